; Colours for .bts specs. Of patterns that match one node, the last one wins.

(identifier) @variable
(comment) @comment
(doc_string) @string.documentation
(string) @string
(escape_sequence) @string.escape
(interpolation "{" @punctuation.special "}" @punctuation.special)
(regex) @string.regexp
(path_text) @string.special.path

(integer) @number
(decimal) @number.float
(quantity) @number
(status_class) @number
(date) @number
(boolean) @boolean
(null) @constant.builtin

["import" "service" "role" "actor" "contract" "endpoint" "flow" "test" "load" "soak" "security"
 "pipeline"]
@keyword.type

(modifier) @keyword.modifier
(method) @keyword

["and" "or" "not" "in" "is" "contains" "matches"] @keyword.operator

[
  "url" "start" "ready" "timeout" "header" "allow" "hosts" "bearer" "basic" "digest" "cookie"
  "oauth2" "as" "query" "body" "returns" "creates" "reads" "updates" "deletes" "lists" "within"
  "pages" "sorts" "counts" "moves" "by" "except" "because" "until" "when" "type" "form" "multipart" "text" "bytes" "at"
  "from" "request" "of" "self" "owner" "link" "times" "open" "only" "without" "partial" "with"
  "unique" "tagged" "cases" "expect" "eventually" "every" "finally" "pause" "call" "expects"
  "following" "redirects" "mix" "think" "users" "rate" "find" "require" "monitor" "regression"
  "arrivals" "warm" "up" "check" "abort" "engine"
  "ramp" "hold" "step" "spike" "over" "for" "memory" "growth" "on" "all" "limit" "per" "fail"
  "dependencies" "source" "secrets"
  "stage" "needs" "tests" "obligations" "endpoints" "failure" "run" "artifacts"
] @keyword

(optional_entry) @keyword

["==" "!=" "<=" ">=" "<" ">" "+" "-" "*" "/" "%" "=" "|" ".." "->" "?"] @operator
["{" "}" "[" "]" "(" ")"] @punctuation.bracket
["," "." ":"] @punctuation.delimiter

(key) @property
(member name: (identifier) @property)
(named_type (reference) @type)
(tag) @label
(capture name: (identifier) @variable)
(function_call function: (identifier) @function.builtin)
(call_step target: (reference) @function.call)

(service name: (identifier) @module)
(role name: (identifier) @type)
(actor name: (identifier) @variable)
(contract name: (identifier) @type)
(endpoint name: (identifier) @function)
(flow name: (identifier) @function)
(test title: (string) @markup.heading)
(load name: (identifier) @function)
(security name: (identifier) @module)
(pipeline name: (identifier) @module)
(stage name: (identifier) @function)
