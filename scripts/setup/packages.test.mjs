// @ts-check
import { describe, expect, it } from 'vitest';
import { matches } from './packages.mjs';

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/only-elsewhere': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

describe('whether the npm packages are in place', () => {
  it('is content with the same versions, optional ones for other systems missing', () => {
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true);
  });

  it('sees a missing package, another version and another content', () => {
    expect(matches(wanted, {})).toBe(false);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } })).toBe(false);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } })).toBe(false);
  });

  it('sees an optional package of another version', () => {
    const found = {
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/only-elsewhere': { version: '2.0.1', integrity: 'sha512-b' },
    };
    expect(matches(wanted, found)).toBe(false);
  });
});
