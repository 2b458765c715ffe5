// @ts-check
import { describe, expect, it } from 'vitest';
import { availableFrom, choose, installedFrom } from './debian.mjs';

/** @type {import('./debian.mjs').Need[]} */
const needs = [
  { names: ['libgtk-3-0t64', 'libgtk-3-0'], purposes: ['app'] },
  { names: ['xvfb'], purposes: ['app'] },
];

describe('the choice of Debian packages', () => {
  it('asks for nothing that is there under either of its names', () => {
    expect(choose(needs, new Set(['libgtk-3-0', 'xvfb']), new Set(['libgtk-3-0t64']))).toEqual({
      install: [],
      unknown: [],
    });
  });

  it('takes the name that this Debian knows', () => {
    expect(choose(needs, new Set(['xvfb']), new Set(['libgtk-3-0'])).install).toEqual(['libgtk-3-0']);
    expect(choose(needs, new Set(['xvfb']), new Set(['libgtk-3-0t64', 'libgtk-3-0'])).install).toEqual([
      'libgtk-3-0t64',
    ]);
  });

  it('names what apt does not know', () => {
    expect(choose(needs, new Set(), new Set(['xvfb']))).toEqual({
      install: ['xvfb'],
      unknown: ['libgtk-3-0'],
    });
  });
});

describe("what Debian's tools say", () => {
  it('reads installed packages, not removed ones', () => {
    expect(installedFrom('xvfb\tinstalled\nlibnss3\tconfig-files\nlibgbm1\tnot-installed\n')).toEqual(
      new Set(['xvfb']),
    );
  });

  it('reads names with a candidate, not names that others only provide', () => {
    const policy = `xvfb:
  Installed: (none)
  Candidate: 2:21.1.7-3
  Version table:
     2:21.1.7-3 500
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
`;
    expect(availableFrom(policy)).toEqual(new Set(['xvfb']));
  });
});
