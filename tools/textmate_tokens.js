// The tokens that the TextMate grammar finds in a text: `node textmate_tokens.js GRAMMAR < TEXT`.
//
// Prints a list of lines, each a list of [text, innermost scope]. What it needs is installed by
// `npm install` in editors/vscode.

const fs = require("fs");
const path = require("path");

const modules = path.join(__dirname, "..", "editors", "vscode", "node_modules");
const textmate = require(path.join(modules, "vscode-textmate"));
const oniguruma = require(path.join(modules, "vscode-oniguruma"));

async function main() {
  const wasm = fs.readFileSync(path.join(modules, "vscode-oniguruma", "release", "onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(fs.readFileSync(process.argv[2], "utf8"), process.argv[2]),
  });
  const grammar = await registry.loadGrammar("source.bts");
  let state = textmate.INITIAL;
  const lines = fs.readFileSync(0, "utf8").split("\n");
  const found = lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map((token) => [
      line.slice(token.startIndex, token.endIndex),
      token.scopes[token.scopes.length - 1],
    ]);
  });
  process.stdout.write(JSON.stringify(found));
}

main();
