"use strict";
// What the extension does once a spec is opened: it starts `specc lsp`, and knows how to run tests.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { command, runArguments } = require("./running");
const { testExplorer } = require("./tests");

let client;

function settings() {
  const chosen = vscode.workspace.getConfiguration("specc");
  return { path: chosen.get("path"), serverArguments: chosen.get("server.arguments") };
}

async function start() {
  const { path, serverArguments } = settings();
  const run = { command: command(path), args: ["lsp", "--stdio", ...serverArguments] };
  client = new LanguageClient("specc", "specc", run, {
    documentSelector: [{ language: "bts" }],
  });
  try {
    await client.start();
  } catch (error) {
    const open = "Open settings";
    const chosen = await vscode.window.showErrorMessage(
      `specc's language server did not start (${error.message}). ` +
        "Is it installed (pip install 'specc[lsp]'), and is specc.path right?",
      open,
    );
    if (chosen === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "specc.path");
    }
  }
}

async function restart() {
  await client?.dispose();
  await start();
}

/** Run what a lens stands above, in a task of its own: no shell reads its arguments. */
function runTest(given) {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(given.file));
  const execution = new vscode.ProcessExecution(
    command(settings().path),
    runArguments([given.file], [given.only]),
    { cwd: folder?.uri.fsPath },
  );
  const scope = folder ?? vscode.TaskScope.Workspace;
  const task = new vscode.Task(
    { type: "specc", only: given.only }, scope, given.label, "specc", execution, "$specc",
  );
  task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Always };
  return vscode.tasks.executeTask(task);
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("specc.runTest", runTest),
    vscode.commands.registerCommand("specc.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("specc")) restart();
    }),
    testExplorer(() => client, settings),
  );
  await start();
}

function deactivate() {
  return client?.dispose();
}

module.exports = { activate, deactivate };
