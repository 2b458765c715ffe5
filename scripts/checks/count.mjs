// @ts-check

/**
 * How a check came out, counted in tests; a check that has no tests of its own counts as one.
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * A check that says yes or no.
 * @param {number} code exit code
 * @returns {Count}
 */
export function countOne(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * A run that ended badly has failed, whatever its report says: one that crashed may have none.
 * @param {Count} count
 * @param {number} code exit code
 * @returns {Count}
 */
function believe(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 *
 * @param {VitestReport | undefined} report vitest's JSON report; a file that could not be loaded counts as one failure
 * @param {number} code exit code
 * @returns {Count}
 */
export function countVitest(report, code) {
  if (report === undefined) return believe(NOTHING, code === 0 ? 1 : code);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return believe(
    { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped },
    code,
  );
}

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} [errors]
 *
 * @param {PlaywrightReport | undefined} report Playwright's JSON report; a flaky test counts as failed
 * @param {number} code exit code
 * @returns {Count}
 */
export function countPlaywright(report, code) {
  if (report === undefined) return believe(NOTHING, code === 0 ? 1 : code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors?.length ?? 0;
  return believe({ passed: expected, failed: unexpected + flaky + errors, skipped }, code);
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function total(counts) {
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((all, count) => all + count[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The last line of the whole.
 * @param {Count} count
 * @returns {string}
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
