"use strict";
// How `specc run` is called, and what its report says. Nothing here needs the editor.

const { spawn } = require("node:child_process");
const { mkdtemp, readFile, rm } = require("node:fs/promises");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

/** The command, with the home folder in the place of a leading `~`. */
function command(path) {
  const home = process.env.HOME ?? process.env.USERPROFILE ?? "~";
  return (path || "specc").replace(/^~(?=[\\/])/, home);
}

function runArguments(files, only, report) {
  const chosen = only.flatMap((id) => ["--only", id]);
  return ["run", ...files, ...chosen, ...(report ? ["--report", report] : [])];
}

/** The results in a report that belong to a test: one for each of its cases. */
function resultsOf(report, only) {
  const results = report.suites.flatMap((suite) => suite.obligations);
  return results.filter(({ obligation: id }) => id === only || id.startsWith(`${only}.`));
}

/** How a test ended: `passed`, `failed` or `skipped`, and why. */
function verdict(results) {
  const broken = results.filter((each) => ["broken", "error"].includes(each.outcome));
  if (broken.length) {
    const said = broken.map((each) => each.message || each.reason || each.outcome);
    return { outcome: "failed", message: said.join("\n\n") };
  }
  if (results.some((each) => each.outcome === "held")) return { outcome: "passed", message: "" };
  const why = results.map((each) => each.reason).filter(Boolean);
  return { outcome: "skipped", message: why.join("\n") || "it did not run" };
}

/** Run obligations of a spec, and read the report; `say` gets what is printed, `signal` ends it. */
async function run(path, file, only, cwd, say, signal) {
  const folder = await mkdtemp(join(tmpdir(), "specc-"));
  const report = join(folder, "report.json");
  try {
    const code = await new Promise((resolve, reject) => {
      const child = spawn(command(path), runArguments([file], only, report), { cwd, signal });
      child.stdout.on("data", (data) => say(String(data)));
      child.stderr.on("data", (data) => say(String(data)));
      child.on("error", reject);
      child.on("close", resolve);
    });
    try {
      return JSON.parse(await readFile(report, "utf8"));
    } catch {
      throw new Error(`specc run ended with ${code}, and wrote no report`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

module.exports = { command, resultsOf, run, runArguments, verdict };
