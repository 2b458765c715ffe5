import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveAsset } from './asset';

const folder = resolve('/srv/renderer');
const ask = (address: string) => resolveAsset(folder, address, 'app://sightline');

describe('resolveAsset', () => {
  it('finds files inside the folder', () => {
    expect(ask('app://sightline/index.html')).toBe(resolve(folder, 'index.html'));
    expect(ask('app://sightline/')).toBe(resolve(folder, 'index.html'));
    expect(ask('app://sightline/assets/a%20b.js?x#y')).toBe(resolve(folder, 'assets/a b.js'));
  });

  it.each([
    'app://elsewhere/index.html',
    'app://sightline/..%2f..%2fetc/passwd',
    'app://sightline/%2e%2e%2frenderer-of-another/x',
    'app://sightline/a%00b',
    'app://sightline/%E0%A4%A',
    'file:///srv/renderer/index.html',
  ])('refuses %s', (address) => expect(ask(address)).toBeNull());
});
