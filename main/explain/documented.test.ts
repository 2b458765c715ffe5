import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methods } from './index';

const document = readFileSync('docs/explaining.md', 'utf8');
/** Prettier pads the cells of tables; what they say is compared. */
const packed = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/ -{3,} /g, ' --- ');

describe('docs/explaining.md', () => {
  it.each(methods)(
    'says of $name what the application says',
    ({ name, answers, costs, misleads, reference }) => {
      expect(packed(document)).toContain(packed(`| ${[name, answers, costs, misleads].join(' | ')} |`));
      expect(packed(document)).toContain(packed(`${name}: ${reference}`));
    },
  );

  it.each(methods.flatMap((method) => method.parameters.map((parameter) => ({ method, parameter }))))(
    'tells the parameter $parameter.id of $method.name with its default',
    ({ method, parameter }) => {
      const row = `| ${method.name} | ${parameter.id} | ${parameter.default} | ${parameter.help} |`;
      expect(packed(document)).toContain(packed(row));
    },
  );
});
