// Prints a tree-sitter grammar as JSON: what `tree-sitter generate` makes of it before it makes tables.

const literal = (value) =>
  value instanceof RegExp
    ? { type: 'PATTERN', value: value.source }
    : typeof value === 'string'
      ? { type: 'STRING', value }
      : value;
const members = (type) => (...rules) => ({ type, members: rules.map(literal) });
const wrapped = (type) => (rule) => ({ type, content: literal(rule) });
const leveled = (type) => (level, rule) =>
  rule === undefined
    ? { type, value: 0, content: literal(level) }
    : { type, value: level, content: literal(rule) };

global.seq = members('SEQ');
global.choice = members('CHOICE');
global.repeat = wrapped('REPEAT');
global.repeat1 = wrapped('REPEAT1');
global.optional = (rule) => global.choice(rule, { type: 'BLANK' });
global.prec = Object.assign(leveled('PREC'), {
  left: leveled('PREC_LEFT'),
  right: leveled('PREC_RIGHT'),
});
global.token = Object.assign(wrapped('TOKEN'), { immediate: wrapped('IMMEDIATE_TOKEN') });
global.field = (name, rule) => ({ type: 'FIELD', name, content: literal(rule) });
global.alias = (rule, value) => ({ type: 'ALIAS', content: literal(rule), value: literal(value) });
global.grammar = (given) => {
  const $ = new Proxy({}, { get: (_, name) => ({ type: 'SYMBOL', name }) });
  const rules = {};
  for (const [name, rule] of Object.entries(given.rules)) rules[name] = literal(rule($));
  const list = (name) => (given[name] ? given[name]($).map((one) => [one].flat().map(literal)) : []);
  return {
    name: given.name,
    word: given.word($).name,
    externals: list('externals').flat(),
    conflicts: list('conflicts'),
    supertypes: list('supertypes').flat(),
    rules,
  };
};

process.stdout.write(JSON.stringify(require(process.argv[2])));
