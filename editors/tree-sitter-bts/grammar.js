/**
 * The grammar of .bts specs for tree-sitter: what `grammar/bts.lark` says, in its order.
 *
 * A newline ends a statement only where the statement may end; `src/scanner.c` says where that is.
 * Words are keywords only where a rule wants them, which is how tree-sitter reads words anyway.
 */

const comma = (rule) => seq(rule, repeat(seq(',', rule)), optional(','));

/** Statements, each on a line; the last may share its line with the closing brace. */
const block = ($, statement) =>
  seq('{', optional($._newline), repeat(seq(statement, $._newline)), optional(statement), '}');

/** A block in which commas separate as well. */
const table = ($, row) =>
  seq(
    '{',
    optional($._newline),
    repeat(choice($._doc, seq(row, choice(seq(',', optional($._newline)), $._newline)))),
    optional(row),
    '}',
  );

const operation = (level, left, operator, right) =>
  prec.left(level, seq(field('left', left), field('operator', operator), field('right', right)));

module.exports = grammar({
  name: 'bts',

  word: ($) => $.identifier,

  externals: ($) => [$._newline, ')', ']'],

  extras: ($) => [/\s/, $.comment],

  supertypes: ($) => [$._declaration, $._expression, $._type],

  // A comma behind names may go on with them, or with the list that they stand in.
  conflicts: ($) => [[$._names]],

  rules: {
    module: ($) =>
      seq(
        optional($._newline),
        repeat(choice($._doc, seq($._declaration, $._newline))),
        optional($._declaration),
      ),

    // Beside what it documents: whether a doc string is the file's own is for an empty line to say.
    _doc: ($) => seq($.doc_string, optional($._newline)),

    _declaration: ($) =>
      choice(
        $.import,
        $.service,
        $.role,
        $.actor,
        $.contract,
        $.endpoint,
        $.flow,
        $.test,
        $.load,
        $.security,
        $.pipeline,
      ),

    reference: ($) => seq($.identifier, repeat(seq('.', $.identifier))),

    _label: ($) => choice($.identifier, $.string),

    key: ($) => choice($.identifier, $.string),

    import: ($) =>
      seq('import', field('path', $.string), optional(seq('as', field('alias', $.identifier)))),

    // ------------------------------------------------------- services, roles, actors, flows

    service: ($) =>
      seq(
        'service',
        field('name', $.identifier),
        block($, $._service_entry),
      ),

    _service_entry: ($) =>
      choice(
        $.url_entry,
        $.start_entry,
        $.ready_entry,
        $.timeout_entry,
        $.optional_entry,
        $.header_entry,
        $.allow_hosts,
      ),

    url_entry: ($) => seq('url', $._value, optional(seq('in', $.identifier))),
    start_entry: ($) => seq('start', $._value),
    ready_entry: ($) => seq('ready', $.request, optional(seq('within', $.quantity))),
    timeout_entry: ($) => seq('timeout', $.quantity),
    optional_entry: () => 'optional',
    header_entry: ($) => seq('header', $._label, $._value),
    allow_hosts: ($) => seq('allow', 'hosts', comma($.string)),

    role: ($) => seq('role', field('name', $.identifier)),

    actor: ($) =>
      prec.right(
        seq(
          'actor',
          field('name', $.identifier),
          'is',
          field('role', $.reference),
          optional(seq('times', $.integer)),
          optional(seq('from', $.string)),
          optional(block($, $._actor_entry)),
        ),
      ),

    _actor_entry: ($) => choice($._step, $.header_entry, $._credential, $.cookie, $.oauth2),

    _credential: ($) => choice($.bearer, $.basic, $.digest),
    bearer: ($) => seq('bearer', $._value),
    basic: ($) => seq('basic', $._value, ',', $._value),
    digest: ($) => seq('digest', $._value, ',', $._value),
    cookie: ($) => seq('cookie', $._label, $._value),
    oauth2: ($) => seq('oauth2', $.identifier, $.object),

    flow: ($) =>
      seq(
        'flow',
        field('name', $.identifier),
        optional(seq('from', $.string)),
        block($, $._step),
      ),

    // ------------------------------------------------------------------------------ contracts

    contract: ($) =>
      seq(
        'contract',
        field('name', $.identifier),
        choice(seq(optional('open'), $._fields), seq('=', field('type', $._type))),
      ),

    _fields: ($) => table($, $.field),

    field: ($) =>
      seq(
        repeat($.modifier),
        field('name', $.key),
        optional('?'),
        ':',
        field('type', $._type),
        optional(seq('=', field('example', $._value))),
      ),

    modifier: () => choice('readonly', 'writeonly', 'secret'),

    // ---------------------------------------------------------------------------------- types

    _type: ($) =>
      choice(
        $.tagged_type,
        $.union_type,
        $.only_type,
        $.without_type,
        $.partial_type,
        $.with_type,
        $._plain_type,
      ),

    tagged_type: ($) => prec(1, seq($._type, 'by', $.identifier)),
    union_type: ($) => prec.left(2, seq($._type, '|', $._type)),
    only_type: ($) => prec.left(3, seq($._type, 'only', $._names)),
    without_type: ($) => prec.left(3, seq($._type, 'without', $._names)),
    partial_type: ($) => prec(3, seq($._type, 'partial')),
    with_type: ($) => prec(3, seq($._type, 'with', $._fields)),

    _names: ($) => seq($.identifier, repeat(seq(',', $.identifier))),

    _plain_type: ($) =>
      choice(
        $.named_type,
        $._literal,
        $.list_type,
        $.object_type,
        $.map_type,
        seq('(', $._type, ')'),
      ),

    named_type: ($) => prec.right(seq($.reference, optional(seq('(', comma($._limit), ')')))),
    list_type: ($) =>
      prec.right(seq('[', $._type, ']', optional(seq('(', comma(choice($.range, 'unique')), ')')))),
    object_type: ($) => seq(optional('open'), $._fields),
    // `{string: T}` reads as an object with one field; only limits tell a map apart.
    map_type: ($) => seq('{', $.identifier, '(', comma($._limit), ')', ':', $._type, '}'),

    _limit: ($) => choice($.range, $.regex),
    range: ($) =>
      choice($._bound, seq($._bound, '..', optional($._bound)), seq('..', $._bound)),
    _bound: ($) => choice($._number, $.negative, $.date, $.quantity),
    _literal: ($) => choice($._number, $.negative, $.string, $.boolean, $.null),
    negative: ($) => seq('-', $._number),
    _number: ($) => choice($.integer, $.decimal),

    // ------------------------------------------------------------------------------ endpoints

    endpoint: ($) =>
      seq(
        'endpoint',
        field('name', $.identifier),
        field('method', $.method),
        field('path', $.path),
        block($, $._clause),
      ),

    method: () =>
      choice('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'),

    path: ($) =>
      seq(
        $.path_text,
        repeat(
          seq(token.immediate('{'), $.parameter, '}', optional(alias($._path_rest, $.path_text))),
        ),
      ),

    parameter: ($) =>
      seq(field('name', $.key), ':', field('type', $._type), optional(seq('=', $._value))),

    _clause: ($) =>
      choice(
        $.as_clause,
        $.request_parameter,
        $.body,
        $.returns,
        $.effect,
        $.within,
        $.pages,
        $.obligation_waiver,
      ),

    as_clause: ($) => seq('as', comma($._allowed)),
    _allowed: ($) => choice($.reference, seq('owner', 'of', $.reference), alias('owner', $.reference)),

    request_parameter: ($) =>
      seq(
        choice('query', 'header', 'cookie'),
        field('name', $.key),
        optional('?'),
        ':',
        field('type', $._type),
        optional(seq('=', $._value)),
      ),

    body: ($) =>
      seq(
        'body',
        choice(
          $._type,
          seq($.media, $._answer),
          $._raw,
          seq('form', $._type),
          seq('multipart', $._type),
        ),
      ),
    media: ($) => seq('type', $.string),
    _answer: ($) => choice($._type, $._raw),
    _raw: () => choice('text', 'bytes'),

    returns: ($) =>
      seq(
        'returns',
        field('status', $.integer),
        optional($.media),
        optional($._answer),
        repeat($.returned_header),
        optional(seq('when', comma($.condition))),
      ),
    returned_header: ($) =>
      seq('header', field('name', $.key), optional('?'), ':', field('type', $._type)),
    condition: ($) => seq($._label, optional($.identifier)),

    effect: ($) =>
      seq(
        choice('creates', 'reads', 'updates', 'deletes', 'lists'),
        $.reference,
        optional(seq('at', $.body_path)),
        optional(seq('from', 'request')),
        optional(seq('of', 'self')),
      ),

    within: ($) => seq('within', optional($.identifier), $.quantity),

    pages: ($) =>
      seq(
        'pages',
        'by',
        choice('link', seq(comma($.identifier), optional(seq('from', $._source)))),
      ),
    _source: ($) => choice($.body_path, seq('header', $.string)),
    body_path: ($) => seq('body', repeat(seq('.', $._label))),

    obligation_waiver: ($) =>
      seq('except', $.obligation, 'because', $.string, optional(seq('until', $.date))),
    obligation: ($) => seq($.identifier, repeat(choice(seq('.', $._label), seq('[', ']')))),

    // ------------------------------------------------------------------------ tests and steps

    test: ($) =>
      seq(
        'test',
        field('title', $.string),
        optional(seq('as', field('actor', $.reference))),
        optional(seq('tagged', comma($.tag))),
        block($, choice($._step, $.cases)),
      ),
    tag: ($) => $.identifier,

    cases: ($) =>
      seq('cases', choice(seq('from', $.string), seq(comma($.identifier), ':', comma($.case_row)))),
    case_row: ($) => seq('(', comma($._expression), ')'),

    _step: ($) => choice($.call_step, $.expect, $.eventually, $.finally, $.pause),

    call_step: ($) =>
      seq(field('target', $._target), optional($.arguments), repeat($._step_clause)),
    _target: ($) => choice($.reference, $.request, $.escape),
    escape: ($) => seq('call', $.string),
    request: ($) => seq(field('method', $.method), field('path', choice($.string, $.raw_path))),
    raw_path: ($) =>
      seq(
        $.path_text,
        repeat(
          seq(token.immediate('{'), $._expression, '}', optional(alias($._path_rest, $.path_text))),
        ),
      ),

    arguments: ($) => seq('(', optional(comma($.argument)), ')'),
    argument: ($) => seq(field('name', $.key), ':', field('value', $._expression)),

    _step_clause: ($) =>
      choice($.with_clause, $.actor_clause, $.expects_clause, $.capture, $.follow_clause),
    with_clause: ($) => seq('with', $._value),
    actor_clause: ($) => seq('as', choice($.reference, $._credential)),
    expects_clause: ($) => seq('expects', comma($._status)),
    _status: ($) => choice($.integer, $.status_class, $.variable),
    capture: ($) => seq('->', field('name', $.identifier)),
    follow_clause: () => seq('following', 'redirects'),

    expect: ($) => seq('expect', $._expression),
    eventually: ($) =>
      seq(
        'eventually',
        optional(seq('within', $.quantity)),
        optional(seq('every', $.quantity)),
        block($, $._step),
      ),
    finally: ($) => seq('finally', block($, $._step)),
    pause: ($) => seq('pause', $.quantity),

    // ---------------------------------------------------------------------------- expressions

    _expression: ($) => choice($.or, $.and, $.not, $.comparison, $.is_type, $._value),

    or: ($) => operation(1, $._expression, 'or', $._expression),
    and: ($) => operation(2, $._expression, 'and', $._expression),
    not: ($) => prec(3, seq('not', $._expression)),

    comparison: ($) =>
      choice(
        operation(
          4,
          $._value,
          choice('==', '!=', '<=', '>=', '<', '>', 'contains', 'matches'),
          $._value,
        ),
        operation(4, $._value, choice('in', seq('not', 'in')), choice($._value, $.between)),
      ),
    between: ($) => choice(seq($._value, '..', optional($._value)), seq('..', $._value)),
    is_type: ($) => prec(4, seq($._value, 'is', $._type)),

    _value: ($) => choice($.sum, $.product, $.minus, $._postfix),
    sum: ($) => operation(5, $._value, choice('+', '-'), $._value),
    product: ($) => operation(6, $._value, choice('*', '/', '%'), $._value),
    minus: ($) => prec(7, seq('-', $._value)),

    _postfix: ($) => choice($.member, $.index, $._atom),
    member: ($) => prec(8, seq($._postfix, '.', field('name', $._label))),
    index: ($) => prec(8, seq($._postfix, '[', choice($._expression, '*'), ']')),

    _atom: ($) =>
      choice(
        $._number,
        $.quantity,
        $.date,
        $.string,
        $.regex,
        $.boolean,
        $.null,
        $.variable,
        $.function_call,
        $.list,
        $.object,
        seq('(', $._expression, ')'),
      ),

    variable: ($) => $.identifier,
    function_call: ($) =>
      seq(field('function', $.identifier), '(', optional(comma($._expression)), ')'),
    list: ($) => seq('[', optional(comma($._expression)), ']'),
    object: ($) => seq('{', optional(comma($.entry)), '}'),
    entry: ($) => seq(field('key', $.key), ':', field('value', $._expression)),

    // ----------------------------------------------------------------------------------- load

    load: ($) =>
      seq(
        choice('load', 'soak'),
        field('name', $.identifier),
        optional(seq('as', field('actor', $.reference))),
        optional(seq('tagged', comma($.tag))),
        block($, $._load_entry),
      ),

    _load_entry: ($) =>
      choice(
        $.mix,
        $.think,
        $.stages,
        $.find,
        $.require,
        $.monitor,
        $.regression,
        $.allow_hosts,
        $.arrivals,
        $.warm_up,
        $.sampling,
        $.abort,
      ),

    mix: ($) => seq('mix', table($, $.mix_entry)),
    mix_entry: ($) => seq($.integer, $.reference),
    think: ($) =>
      seq('think', optional($.identifier), $.quantity, optional(seq('..', $.quantity))),
    stages: ($) => seq(choice('users', 'rate'), table($, $._stage)),
    find: ($) =>
      seq('find', $.identifier, 'until', $.threshold, repeat(seq('or', $.threshold))),
    require: ($) => seq('require', table($, $.threshold)),
    monitor: ($) => seq('monitor', $.identifier, optional($.string)),
    regression: ($) => seq('regression', $.threshold),
    arrivals: ($) => seq('arrivals', $.identifier),
    warm_up: ($) => seq('warm', 'up', $.quantity),
    sampling: ($) => seq('check', $.quantity),
    abort: ($) => seq('abort', 'when', $.threshold, repeat(seq('or', $.threshold))),

    _stage: ($) => choice($.ramp, $.hold, $.staircase, $.spike),
    ramp: ($) => seq('ramp', $._value, '->', $._value, 'over', $.quantity),
    hold: ($) => seq('hold', $._value, 'for', $.quantity),
    staircase: ($) => seq('step', $._value, '->', $._value, 'by', $._value, 'every', $.quantity),
    spike: ($) => seq('spike', $._value, 'for', $.quantity),

    threshold: ($) => seq($.metric, choice('==', '!=', '<=', '>=', '<', '>'), $._value),
    metric: ($) =>
      choice(seq($.identifier, optional(seq('of', $.reference))), seq('memory', 'growth')),

    // ------------------------------------------------------------------------------- security

    security: ($) =>
      seq(
        'security',
        field('name', $.identifier),
        block($, $._security_entry),
      ),

    _security_entry: ($) =>
      choice(
        $._judged_selection,
        $.security_threshold,
        $.allow_hosts,
        $.rate_limit,
        $.scan,
        $.waiver,
      ),

    _judged_selection: ($) => seq($.selection, optional($.security_threshold)),
    security_threshold: ($) => seq('fail', 'on', $.identifier),

    selection: ($) =>
      seq(field('family', $.family), optional(comma($.identifier)), 'on', $._targets),
    family: ($) =>
      seq(choice($.identifier, $._scanned, 'rate'), repeat(seq('.', $.identifier))),
    _targets: ($) => choice('all', comma($.reference)),
    rate_limit: ($) => seq('rate', 'limit', $.reference, $.quantity, 'per', $.identifier),
    scan: ($) => seq($._scanned, 'in', $.string, optional($.security_threshold)),
    _scanned: () => choice('dependencies', 'source', 'secrets'),
    waiver: ($) =>
      seq('except', $.selection, 'because', $.string, optional(seq('until', $.date))),

    // ------------------------------------------------------------------------------ pipelines

    pipeline: ($) =>
      seq(
        'pipeline',
        field('name', $.identifier),
        block($, $._pipeline_entry),
      ),

    _pipeline_entry: ($) => choice($.stage, $.on_failure, $.artifacts),
    stage: ($) =>
      seq(
        'stage',
        field('name', $.identifier),
        block($, $._stage_work),
        optional(seq('needs', comma($.identifier))),
      ),
    _stage_work: ($) =>
      choice($.stage_tests, $.stage_obligations, $.stage_security, $.stage_load),
    stage_tests: ($) => seq('tests', 'tagged', comma($.tag)),
    stage_obligations: ($) =>
      seq('obligations', 'of', choice(seq('all', 'endpoints'), comma($.reference))),
    stage_security: ($) => seq('security', $.reference),
    stage_load: ($) => seq('load', $.reference),
    on_failure: ($) => seq('on', 'failure', 'run', $.string),
    artifacts: ($) => seq('artifacts', $.string),

    // --------------------------------------------------------------------------------- tokens

    comment: () => token(seq('#', /[^\n]*/)),
    doc_string: () => token(prec(2, seq('"""', /([^"]|"[^"]|""[^"])*/, '"""'))),

    identifier: () => /[A-Za-z_][A-Za-z0-9_]*/,

    string: ($) =>
      seq(
        '"',
        repeat(choice($.string_text, $.escape_sequence, $.interpolation)),
        token.immediate('"'),
      ),
    string_text: () => token.immediate(prec(1, /[^"\\{\n]+/)),
    escape_sequence: () => token.immediate(/\\(u[0-9a-fA-F]{4}|["\\\/bfnrt{}])/),
    interpolation: ($) => seq(token.immediate('{'), $._expression, '}'),

    regex: () => token(/\/(\\.|[^\/\\\n*])(\\.|[^\/\\\n])*\//),

    path_text: () => token(/\/[^\s{}"]*/),
    _path_rest: () => token.immediate(/[^\s{}"]+/),

    date: () => token(prec(2, /[0-9]{4}-[0-9]{2}-[0-9]{2}/)),
    status_class: () => token(prec(2, /[1-5]xx/)),
    quantity: () =>
      token(prec(1, /[0-9]+(\.[0-9]+)?(%|ms|s|m|h|d|(B|KB|MB|GB)(\/(s|min|h))?|\/(s|min|h))/)),
    decimal: () => /[0-9]+\.[0-9]+/,
    integer: () => /[0-9]+/,

    boolean: () => choice('true', 'false'),
    null: () => 'null',
  },
});
