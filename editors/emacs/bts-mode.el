;;; bts-mode.el --- Specs of HTTP services  -*- lexical-binding: t; -*-

;;; Commentary:

;; Colours and formatting of .bts files.  Made by tools/editor_files.py of bts-mode.template.el.

;;; Code:

(defconst bts-font-lock-keywords
  `((,(concat "^" (regexp-opt '("actor" "contract" "endpoint" "flow" "import" "load" "pipeline" "role" "security" "service" "soak" "test") 'symbols)
              "[ \t]+\\([A-Za-z_][A-Za-z0-9_]*\\)?")
     (1 font-lock-keyword-face) (2 font-lock-function-name-face nil t))
    ("\\_<\\([A-Za-z_][A-Za-z0-9_]*\\)[ \t]*\\??[ \t]*:" 1 font-lock-variable-name-face)
    (,(concat "\\(?:^\\|[{,]\\)[ \t]*" (regexp-opt '("abort" "allow" "arrivals" "artifacts" "as" "basic" "bearer" "body" "call" "cases" "check" "cookie" "creates" "deletes" "dependencies" "digest" "eventually" "except" "expect" "fail" "finally" "find" "header" "hold" "lists" "load" "memory" "mix" "monitor" "oauth2" "obligations" "on" "optional" "pages" "pause" "query" "ramp" "rate" "reads" "ready" "regression" "require" "returns" "secrets" "security" "source" "spike" "stage" "start" "step" "tests" "think" "timeout" "updates" "url" "users" "warm" "within") 'symbols))
     1 font-lock-keyword-face)
    (,(regexp-opt '("readonly" "secret" "writeonly") 'symbols) . font-lock-keyword-face)
    (,(regexp-opt '("and" "contains" "in" "is" "matches" "not" "or") 'symbols) . font-lock-keyword-face)
    (,(regexp-opt '("false" "null" "true") 'symbols) . font-lock-constant-face)
    (,(regexp-opt '("DELETE" "GET" "HEAD" "OPTIONS" "PATCH" "POST" "PUT" "QUERY" "TRACE") 'symbols) . font-lock-constant-face)
    (,(concat (regexp-opt '("all" "any" "cookie" "elapsed" "env" "file" "header" "len" "max" "min" "now" "request" "secret" "sorted" "status" "sum" "unique" "uuid") 'symbols) "(") 1 font-lock-builtin-face)
    (,(regexp-opt '("any" "bool" "bytes" "date" "datetime" "decimal" "duration" "email" "file" "hostname" "int" "ipv4" "ipv6" "json" "number" "string" "time" "uri" "uuid") 'symbols) . font-lock-type-face)
    (,(regexp-opt '("all" "as" "at" "basic" "bearer" "because" "body" "by" "bytes" "dependencies" "digest" "endpoints" "every" "expects" "fail" "failure" "following" "for" "form" "from" "growth" "header" "hosts" "limit" "link" "memory" "multipart" "needs" "of" "on" "only" "open" "over" "owner" "partial" "per" "rate" "redirects" "request" "run" "secrets" "self" "source" "tagged" "text" "times" "type" "unique" "until" "up" "when" "with" "within" "without") 'symbols) . font-lock-keyword-face)
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
