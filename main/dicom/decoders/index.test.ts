import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decoderFor, decoders } from './index';

describe('the decoders', () => {
  it('read each transfer syntax in one way', () => {
    const all = decoders.flatMap(({ transferSyntaxes }) => transferSyntaxes);
    expect(new Set(all).size).toBe(all.length);
    for (const decoder of decoders)
      for (const uid of decoder.transferSyntaxes) expect(decoderFor(uid)).toBe(decoder);
  });

  it('are told in docs/reading.md with each transfer syntax', () => {
    const root = '1.2.840.10008.1.2';
    const sections = readFileSync('docs/reading.md', 'utf8').split('## ');
    const table = sections.find((section) => section.startsWith('Transfer syntaxes')) ?? '';
    const ends = [...table.matchAll(/^\| ([^:\n]*):/gm)].flatMap(
      ([, list]) => list!.match(/\(none\)|\.[\d.]*\d/g) ?? [],
    );
    const told = new Set(ends.map((end) => root + end.replace('(none)', '')));
    expect([...told].sort()).toEqual(decoders.flatMap(({ transferSyntaxes }) => transferSyntaxes).sort());
  });

  it.each([
    [
      '1.2.840.10008.1.2.4.102',
      'is a video (MPEG-4), which cannot be shown here; export its frames as images.',
    ],
    [
      '1.2.840.10008.1.2.4.110',
      'cannot be read here (JPEG XL; transfer syntax 1.2.840.10008.1.2.4.110); export it',
    ],
    [
      '1.2.3.4',
      'cannot be read here (transfer syntax 1.2.3.4); export it again uncompressed or in lossless JPEG.',
    ],
  ])('say of %s what it is and what to do', (uid, says) => {
    expect(() => decoderFor(uid)).toThrow(says);
  });
});
