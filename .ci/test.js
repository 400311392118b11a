/*
 * `npm test`: runs every check, shows what it says, and counts. A check counts as one, and so does every test of
 * vitest. The last line is "N passed, N failed"; the exit code is 0 only when something passed and nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKS = ['check:types', 'check:lint', 'check:architecture', 'check:dead-code'];

/** Runs an npm script with its output shown; true when it ended with exit code 0. */
function runScript(name, ...args) {
  console.log(`\n> ${[name, ...args].join(' ')}`);
  return spawnSync('npm', ['run', '--silent', name, ...args], { stdio: 'inherit' }).status === 0;
}

/** What vitest wrote down, or nothing at all where it did not come that far. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

/** A test file that could not be loaded has no tests to fail: it counts as one, and so does a crash of vitest. */
function countTests(report, succeeded) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  try {
    const file = join(folder, 'report.json');
    const succeeded = runScript(
      'test:unit',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    return countTests(readReport(file), succeeded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = CHECKS.map((name) => ({ name, succeeded: runScript(name) }));
const tests = runTests();
const failedChecks = results.filter((check) => !check.succeeded).map((check) => check.name);
const passed = results.length - failedChecks.length + tests.passed;
const failed = failedChecks.length + tests.failed;

if (failedChecks.length > 0) console.log(`\nfailed: ${failedChecks.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
