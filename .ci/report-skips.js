/** A reporter of vitest: lists every test that was skipped, with the reason, at the end of a run. */
export default class SkipReporter {
  #lines = [];

  onTestCaseResult(testCase) {
    const { state, note = 'no reason given' } = testCase.result();
    if (state === 'skipped') this.#lines.push(`skipped: ${testCase.fullName}: ${note}`);
  }

  onTestRunEnd() {
    if (this.#lines.length > 0) console.log(`\n${this.#lines.join('\n')}`);
  }
}
