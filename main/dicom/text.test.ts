import { describe, expect, it } from 'vitest';
import { decodeText, personName } from './text';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  // Names as PS3.5 annexes H to K and PS3.3 C.12.1.1.2 write them.
  it.each([
    ['default', [], latin('Buc^Jerome'), 'Buc^Jerome'],
    ['Latin 1', ['ISO_IR 100'], latin('Buc^J\xe9r\xf4me'), 'Buc^Jérôme'],
    ['Latin 2', ['ISO_IR 101'], latin('W\xb3odarczyk^\xa3ucja'), 'Włodarczyk^Łucja'],
    ['Latin 3', ['ISO_IR 109'], latin('\xb1al'), 'ħal'],
    ['Latin 4', ['ISO_IR 110'], latin('\xb3iga'), 'ŗiga'],
    ['Latin 5', ['ISO_IR 148'], latin('\xc7avu\xfeo\xf0lu'), 'Çavuşoğlu'],
    ['Latin 9', ['ISO_IR 203'], latin('\xbduvre \xa4'), 'œuvre €'],
    ['Greek', ['ISO_IR 126'], latin('\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2'), 'Διονυσιος'],
    ['Cyrillic', ['ISO_IR 144'], latin('\xbb\xee\xdace\xdc\xd1yp\xd3'), 'Люкceмбypг'],
    ['Arabic', ['ISO_IR 127'], latin('\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1'), 'قباني^لنزار'],
    ['Hebrew', ['ISO_IR 138'], latin('\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4'), 'שרון^דבורה'],
    ['Thai', ['ISO_IR 166'], latin('\xb9\xc1\xca\xe4\xb7\xc2'), 'นมสไทย'],
    ['UTF-8', ['ISO_IR 192'], Buffer.from('Wang^XiaoDong=\u738b^\u5c0f\u6771='), 'Wang^XiaoDong=王^小東='],
    [
      'Japanese (H.3.1)',
      ['', 'ISO 2022 IR 87'],
      latin('Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B'),
      'Yamada^Tarou=山田^太郎=やまだ^たろう',
    ],
    [
      'Japanese with half width (H.3.2)',
      ['ISO 2022 IR 13', 'ISO 2022 IR 87'],
      latin(
        '\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&\x1b(J',
      ),
      'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう',
    ],
    ['Japanese half width', ['ISO_IR 13'], latin('\xd4\xcf\xc0\xde^\xc0\xdb\xb3'), 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
    ['Japanese supplement', ['', 'ISO 2022 IR 159'], latin('\x1b$(D0!\x1b(B^x'), '丂^x'],
    [
      'Korean (I.2)',
      ['', 'ISO 2022 IR 149'],
      latin('Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf'),
      'Hong^Gildong=洪^吉洞=홍^길동',
    ],
    [
      'Chinese in GB 2312 (K.2)',
      ['', 'ISO 2022 IR 58'],
      latin('Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab='),
      'Zhang^XiaoDong=张^小东=',
    ],
    [
      'Chinese in GB18030 (J.3)',
      ['GB18030'],
      latin('Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab='),
      'Wang^XiaoDong=王^小东=',
    ],
    ['four bytes of GB18030', ['GB18030'], latin('\x81\x39\xef\x30'), '㐁'],
    ['Chinese in GBK', ['GBK'], latin('\xcd\xf5^\xd0\xa1\xb6\xab'), '王^小东'],
    ['a second byte of GBK that looks like a backslash', ['GBK'], latin('\x81\x5c^a'), '乗^a'],
  ])('reads %s', (_name, sets, bytes, expected) => {
    expect(decodeText(bytes, sets, 'name')).toBe(expected);
  });

  it('goes back to the first repertoire after a delimiter', () => {
    const sets = ['ISO 2022 IR 100', 'ISO 2022 IR 126', 'ISO 2022 IR 144'];
    const mixed = latin('Buc^J\xe9r\xf4me\x1b-F\xc4\xe9\xef^\xe9=\x1b-L\xbb\xee\xda');
    expect(decodeText(mixed, sets, 'name')).toBe('Buc^JérômeΔιο^é=Люк');
    // In other text "^" is a sign like others, and a line ends what was switched to.
    expect(decodeText(mixed, sets)).toBe('Buc^JérômeΔιο^ι=Люк');
    expect(decodeText(latin('\x1b-F\xc4\xe9\r\n\xe9'), sets)).toBe('Δι\r\né');
  });

  it('keeps what lies above ASCII while what lies below is switched', () => {
    const sets = ['ISO 2022 IR 13', 'ISO 2022 IR 87'];
    expect(decodeText(latin('\x1b$B;3\x1b(J\xd4a'), sets)).toBe('山ﾔa');
  });

  it('leaves out escapes that it does not know, and reads repertoires that it does not know as Latin 1', () => {
    expect(decodeText(latin('a\x1b%Xb'), ['', 'ISO 2022 IR 6'])).toBe('a%Xb');
    expect(decodeText(latin('\xe9'), ['KLINGON'])).toBe('é');
  });

  it('reads a long text of many lines', () => {
    const lines = latin('\x1b-F\xc4\r\n'.repeat(20_000));
    expect(decodeText(lines, ['ISO 2022 IR 100', 'ISO 2022 IR 126'])).toBe('Δ\r\n'.repeat(20_000));
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
