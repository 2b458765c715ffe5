// @ts-check
import { describe, expect, it } from 'vitest';
import { closingLine, countOne, countPlaywright, countVitest, total } from './count.mjs';

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } };

describe('the counts of the checks', () => {
  it('counts a check without tests as one', () => {
    expect(countOne(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countOne(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes the numbers of the reports', () => {
    expect(countVitest({ ...vitest, numPendingTests: 2, numTodoTests: 1 }, 0)).toEqual({
      passed: 7,
      failed: 0,
      skipped: 3,
    });
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } }, 1)).toEqual({
      passed: 4,
      failed: 1,
      skipped: 2,
    });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countVitest({ ...vitest, numFailedTests: 1, testResults }, 1).failed).toBe(2);
  });

  it('counts a flaky test and an error outside tests as failures', () => {
    expect(countPlaywright({ stats: { ...playwright.stats, flaky: 1 }, errors: [{}] }, 0).failed).toBe(2);
  });

  it('never reports success for a run that ended badly or left no report', () => {
    expect(countVitest(vitest, 1).failed).toBe(1);
    expect(countPlaywright(playwright, 1).failed).toBe(1);
    expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('closes with one plain line', () => {
    expect(closingLine(total([countOne(0), countOne(1), countVitest(vitest, 0)]))).toBe('8 passed, 1 failed');
  });
});
