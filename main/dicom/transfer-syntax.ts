import type { Encoding } from './elements';

/** Transfer syntaxes that the reading itself must know (PS3.5 annex A); decoders list the others. */
export const transferSyntax = {
  implicitLittleEndian: '1.2.840.10008.1.2',
  explicitLittleEndian: '1.2.840.10008.1.2.1',
  deflatedExplicitLittleEndian: '1.2.840.10008.1.2.1.99',
  explicitBigEndian: '1.2.840.10008.1.2.2',
  jpegBaseline: '1.2.840.10008.1.2.4.50',
  jpegExtended: '1.2.840.10008.1.2.4.51',
  /** Retired, as is the next. */
  jpegSpectralSelection: '1.2.840.10008.1.2.4.53',
  jpegProgressive: '1.2.840.10008.1.2.4.55',
} as const;

/** The lossy processes of JPEG (PS3.5 A.4.1). */
export const lossyJpegSyntaxes: readonly string[] = [
  transferSyntax.jpegBaseline,
  transferSyntax.jpegExtended,
  transferSyntax.jpegSpectralSelection,
  transferSyntax.jpegProgressive,
];

/** How a data set of this transfer syntax is written; everything encapsulated is explicit little endian. */
export function encodingOf(uid: string): Encoding {
  return {
    explicit: uid !== transferSyntax.implicitLittleEndian,
    littleEndian: uid !== transferSyntax.explicitBigEndian,
  };
}

/** Whether the pixels cannot have come through unchanged, whatever the header says. */
export function isAlwaysLossy(uid: string): boolean {
  return lossyJpegSyntaxes.includes(uid);
}
