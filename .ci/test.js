/*
 * `npm test`: runs every check and every test, shows what they say, and counts. A check counts as one, and so does
 * every test of vitest. The last line is "N passed, N failed"; the exit code is 0 only when something passed and
 * nothing failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const CHECKS = ['check:types', 'check:script', 'check:lint', 'check:architecture', 'check:dead-code'];

/** npm names its own program in the environment of a script. Windows cannot start `npm` without a shell. */
const { npm_execpath: npmProgram } = process.env;
const NPM = npmProgram === undefined ? ['npm'] : [process.execPath, npmProgram];

/** Starts an npm script; its output is shown at once where `stdio` is `inherit`. */
function startScript(stdio, ...args) {
  const [program, ...before] = [...NPM, 'run', '--silent', ...args];
  return spawn(program, before, { stdio: ['ignore', stdio, stdio] });
}

/** True when the script ended with exit code 0. */
const succeeded = (child) =>
  new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

/** Runs a check and shows its output in one piece, for others run at the same time. */
async function runCheck(name) {
  const child = startScript('pipe', name);
  const outcome = succeeded(child);
  const output = await Promise.all([text(child.stdout), text(child.stderr)]);
  console.log(`\n> ${name}\n${output.join('')}`.trimEnd());
  return { name, succeeded: await outcome };
}

/** The report of vitest, or an empty one where vitest did not come that far. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

/** A test file that could not be loaded has no tests to fail: it counts as one, and so does a crash of vitest. */
function countTests(report, hasSucceeded) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: hasSucceeded ? failed : Math.max(failed, 1) };
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  try {
    const file = join(folder, 'report.json');
    const reporters = ['default', './.ci/report-skips.js', 'json'].map((name) => `--reporter=${name}`);
    console.log('\n> test:unit');
    const child = startScript('inherit', 'test:unit', '--', ...reporters, `--outputFile.json=${file}`);
    const hasSucceeded = await succeeded(child);
    return countTests(readReport(file), hasSucceeded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = await Promise.all(CHECKS.map(runCheck));
const tests = await runTests();
const failedChecks = results.filter((check) => !check.succeeded).map((check) => check.name);
const passed = results.length - failedChecks.length + tests.passed;
const failed = failedChecks.length + tests.failed;

if (failedChecks.length > 0) console.log(`\nfailed: ${failedChecks.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
