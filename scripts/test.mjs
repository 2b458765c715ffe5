// @ts-check
import { BUILD, CHECKS } from './checks/index.mjs';
import { closingLine, total } from './checks/count.mjs';
import { setUp } from './setup/index.mjs';

const HELP = `npm test                     sets up what is missing and runs every check
npm test -- PART [FILTER…]   runs one: ${CHECKS.map(({ name }) => name).join(', ')}
`;

/** @param {number} began @returns {string} */
const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/**
 * @param {import('./checks/index.mjs').Check} check
 * @param {readonly string[]} filter
 * @returns {Promise<{ count: import('./checks/count.mjs').Count, line: string }>}
 */
async function runCheck(check, filter) {
  const began = Date.now();
  process.stdout.write(`\n── ${check.title}\n`);
  const count = await check.run(filter);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  return { count, line: `${check.title.padEnd(14)} ${closingLine(count)}${skipped} (${seconds(began)})` };
}

/** @param {readonly import('./checks/index.mjs').Check[]} checks @param {readonly string[]} filter */
async function runAll(checks, filter) {
  const outcomes = [];
  for (const check of checks) outcomes.push(await runCheck(check, check === BUILD ? [] : filter));
  const sum = total(outcomes.map(({ count }) => count));
  process.stdout.write(`\n${outcomes.map(({ line }) => line).join('\n')}\n\n${closingLine(sum)}\n`);
  return sum.failed === 0 ? 0 : 1;
}

/** @param {string} part @returns {import('./checks/index.mjs').Check[]} the part, after the build where it runs what was built */
function named(part) {
  const checks = CHECKS.filter(({ name }) => name === part);
  return checks.some(({ built }) => built) ? [BUILD, ...checks] : checks;
}

/** @param {readonly string[]} args */
async function main([part, ...filter]) {
  if (part === '--help') {
    process.stdout.write(HELP);
    return 0;
  }
  const checks = part === undefined ? CHECKS : named(part);
  if (checks.length === 0) {
    process.stderr.write(`There is no check called ${part}.\n${HELP}`);
    return 2;
  }
  await setUp('tests');
  return runAll(checks, filter);
}

process.exitCode = await main(process.argv.slice(2));
