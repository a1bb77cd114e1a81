;;; bts-mode.el --- Specs of HTTP services  -*- lexical-binding: t; -*-

;;; Commentary:

;; Colours and formatting of .bts files.  Made by tools/editor_files.py of bts-mode.template.el.

;;; Code:

(defconst bts-font-lock-keywords
  `((,(concat "^" (regexp-opt '({{declarations}}) 'symbols)
              "[ \t]+\\([A-Za-z_][A-Za-z0-9_]*\\)?")
     (1 font-lock-keyword-face) (2 font-lock-function-name-face nil t))
    ("\\_<\\([A-Za-z_][A-Za-z0-9_]*\\)[ \t]*\\??[ \t]*:" 1 font-lock-variable-name-face)
    (,(concat "\\(?:^\\|[{,]\\)[ \t]*" (regexp-opt '({{leading}}) 'symbols))
     1 font-lock-keyword-face)
    (,(regexp-opt '({{modifiers}}) 'symbols) . font-lock-keyword-face)
    (,(regexp-opt '({{operators}}) 'symbols) . font-lock-keyword-face)
    (,(regexp-opt '({{constants}}) 'symbols) . font-lock-constant-face)
    (,(regexp-opt '({{methods}}) 'symbols) . font-lock-constant-face)
    (,(concat (regexp-opt '({{functions}}) 'symbols) "(") 1 font-lock-builtin-face)
    (,(regexp-opt '({{types}}) 'symbols) . font-lock-type-face)
    (,(regexp-opt '({{inner}}) 'symbols) . font-lock-keyword-face)
    ("\\_<[A-Z][A-Za-z0-9_]*\\_>" . font-lock-type-face))
  "What is coloured in `bts-mode', and how.")

(defvar bts-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?_ "_" table)
    table)
  "The syntax table of `bts-mode'.")

(defun bts-format-buffer ()
  "Format the buffer with `specc fmt', unless there are mistakes in it."
  (interactive)
  (let ((source (current-buffer)) (out (generate-new-buffer " *specc fmt*")))
    (unwind-protect
        (if (zerop (call-process-region (point-min) (point-max) "specc" nil
                                        (list out nil) nil "fmt" "-"))
            (with-current-buffer source (replace-buffer-contents out))
          (message "specc fmt: there are mistakes, see `specc check'"))
      (kill-buffer out))))

;;;###autoload
(define-derived-mode bts-mode prog-mode "BTS"
  "Major mode for specs of HTTP services."
  (setq-local comment-start "# ")
  (setq-local font-lock-defaults '(bts-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.bts\\'" . bts-mode))

(provide 'bts-mode)
;;; bts-mode.el ends here
