"use strict";
// The Test Explorer: the tests of each spec, as the language server's lenses tell of them.

const vscode = require("vscode");
const { resultsOf, run, verdict } = require("./running");

const SPECS = "**/*.bts";
const LEFT_OUT = "**/{generated,node_modules,.venv}/**";

function testExplorer(client, settings) {
  const controller = vscode.tests.createTestController("specc", "specc");

  async function read(uri) {
    const lenses = await client()?.sendRequest("textDocument/codeLens", {
      textDocument: { uri: uri.toString() },
    });
    const tests = (lenses ?? []).filter((lens) => {
      const given = lens.command?.arguments?.[0];
      return lens.command?.command === "specc.runTest" && given?.only.startsWith("test.");
    });
    if (!tests.length) return controller.items.delete(uri.toString());
    const label = vscode.workspace.asRelativePath(uri);
    const file = controller.createTestItem(uri.toString(), label, uri);
    for (const { command, range } of tests) {
      const [given] = command.arguments;
      const item = controller.createTestItem(given.only, given.label, uri);
      item.range = new vscode.Range(
        range.start.line, range.start.character, range.end.line, range.end.character,
      );
      file.children.add(item);
    }
    return controller.items.add(file);
  }

  controller.refreshHandler = async () => {
    for (const uri of await vscode.workspace.findFiles(SPECS, LEFT_OUT)) await read(uri);
  };
  controller.resolveHandler = (item) => (item ? undefined : controller.refreshHandler());

  async function runTests(request, token) {
    const running = controller.createTestRun(request);
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const byFile = new Map();
    const chosen = request.include ?? [...controller.items].map(([, item]) => item);
    for (const item of chosen.flatMap(leaves)) {
      if (request.exclude?.includes(item)) continue;
      byFile.set(item.uri.toString(), [...(byFile.get(item.uri.toString()) ?? []), item]);
    }
    for (const items of byFile.values()) {
      if (!token.isCancellationRequested) await runFile(running, items, abort.signal);
    }
    running.end();
  }

  async function runFile(running, items, signal) {
    const { uri } = items[0];
    const cwd = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
    const say = (text) => running.appendOutput(text.replace(/\r?\n/g, "\r\n"));
    items.forEach((item) => running.started(item));
    try {
      const only = items.map((item) => item.id);
      const report = await run(settings().path, uri.fsPath, only, cwd, say, signal);
      for (const item of items) {
        const { outcome, message } = verdict(resultsOf(report, item.id));
        if (outcome === "failed") running.failed(item, new vscode.TestMessage(message));
        else running[outcome](item);
      }
    } catch (error) {
      for (const item of items) running.errored(item, new vscode.TestMessage(error.message));
    }
  }

  controller.createRunProfile("Run", vscode.TestRunProfileKind.Run, runTests, true);
  const saved = vscode.workspace.onDidSaveTextDocument((document) => {
    if (document.languageId === "bts") read(document.uri);
  });
  const opened = vscode.workspace.onDidOpenTextDocument((document) => {
    if (document.languageId === "bts") read(document.uri);
  });
  return vscode.Disposable.from(controller, saved, opened);
}

function leaves(item) {
  return item.children.size ? [...item.children].map(([, child]) => child) : [item];
}

module.exports = { testExplorer };
