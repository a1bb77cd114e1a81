// Where a newline ends a statement: where the statement may end, and the next line does not go on with
// it. A line that starts with `|`, `(` or `->` does; lines that hold only a comment do not count.

#include "tree_sitter/parser.h"

enum TokenType { NEWLINE, CLOSE_PARENTHESIS, CLOSE_BRACKET };

void *tree_sitter_bts_external_scanner_create(void) { return NULL; }

void tree_sitter_bts_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_bts_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_bts_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

static bool is_blank(int32_t character) {
  return character == ' ' || character == '\t' || character == '\r';
}

bool tree_sitter_bts_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  // Inside of these brackets a newline is a blank.
  bool inside = valid_symbols[CLOSE_PARENTHESIS] || valid_symbols[CLOSE_BRACKET];
  if (!valid_symbols[NEWLINE] || inside) return false;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->lookahead != '\n') return false;
  while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  lexer->result_symbol = NEWLINE;
  while (lexer->lookahead == '#') {
    while (lexer->lookahead != '\n' && !lexer->eof(lexer)) lexer->advance(lexer, false);
    while (is_blank(lexer->lookahead) || lexer->lookahead == '\n') lexer->advance(lexer, false);
  }
  if (lexer->lookahead == '|' || lexer->lookahead == '(') return false;
  if (lexer->lookahead == '-') {
    lexer->advance(lexer, false);
    return lexer->lookahead != '>';
  }
  return true;
}
