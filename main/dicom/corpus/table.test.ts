import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exceptionTable, pydicomExceptions } from './exceptions';

it('the exceptions are told in docs/reading.md as they are checked', () => {
  // Prettier pads the cells of a table; what they say is what counts.
  const packed = (markdown: string): string => markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
  expect(packed(readFileSync('docs/reading.md', 'utf8'))).toContain(exceptionTable(pydicomExceptions));
});
