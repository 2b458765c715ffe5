/** A way to turn 0..1 into a colour. */
export interface ColourMap {
  readonly id: string;
  readonly name: string;
  /** 256 × red, green, blue, 0..255. */
  readonly table: Uint8Array;
}

/** The table written as hexadecimal digits, two a byte; white space is skipped. */
export function tableOf(hexadecimal: string): Uint8Array {
  const digits = hexadecimal.replace(/\s+/g, '');
  if (!/^[0-9a-f]{1536}$/.test(digits))
    throw new Error('A colour map is 256 colours of six hexadecimal digits.');
  return Uint8Array.from({ length: 768 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
