import { describe, expect, it } from 'vitest';
import { decodeText, personName } from './text';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  // The examples are those of PS3.5 annexes H, I and J.
  it.each([
    ['default', [], latin('Buc^Jerome'), 'Buc^Jerome'],
    ['Latin 1', ['ISO_IR 100'], latin('Buc^J\xe9r\xf4me'), 'Buc^Jérôme'],
    ['Greek', ['ISO_IR 126'], latin('\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2'), 'Διονυσιος'],
    ['Cyrillic', ['ISO_IR 144'], latin('\xbb\xee\xda'), 'Люк'],
    ['UTF-8', ['ISO_IR 192'], Buffer.from('王^小东'), '王^小东'],
    [
      'Japanese',
      ['', 'ISO 2022 IR 87'],
      latin('Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B'),
      'Yamada^Tarou=山田^太郎',
    ],
    ['Japanese half width', ['ISO_IR 13'], latin('\xd4\xcf\xc0\xde^\xc0\xdb\xb3'), 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
    [
      'Korean',
      ['', 'ISO 2022 IR 149'],
      latin('Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7'),
      'Hong^Gildong=洪^吉洞',
    ],
    ['Chinese', ['GB18030'], Buffer.from([0xcd, 0xf5, 0x5e, 0xd0, 0xa1, 0xb6, 0xab]), '王^小东'],
  ])('reads %s', (_name, sets, bytes, expected) => {
    expect(decodeText(bytes, sets)).toBe(expected);
  });
});

describe('personName', () => {
  it.each([
    ['Doe^Jane', 'Doe, Jane'],
    ['Doe^Jane^M^Dr^PhD', 'Doe, Dr Jane M, PhD'],
    ['Yamada^Tarou=山田^太郎=やまだ^たろう', 'Yamada, Tarou (山田, 太郎)'],
    ['=山田^太郎', '山田, 太郎'],
    ['Anonymous', 'Anonymous'],
    ['^^^^', ''],
    ['', ''],
  ])('writes %s as %s', (value, expected) => {
    expect(personName(value)).toBe(expected);
  });
});
