import type { StreamSize } from './expected';

const startOfCodestream = 0xff4f;
const imageAndTileSize = 0xff51;
const codingStyleDefault = 0xff52;
const startOfTile = 0xff90;

/** Where the sign and precision of the first component are (Ssiz, T.800 A.5.1). */
export const sampleDepthOffset = 42;

/** What the main header of a JPEG 2000 codestream says (ITU-T T.800 annex A). */
export interface Jpeg2000Stream extends StreamSize {
  readonly signed: boolean;
  /** Whether the first three components went through a colour transform, which decoding undoes. */
  readonly colourTransform: boolean;
}

/** @throws Error where the bytes are not a codestream */
export function readJpeg2000Stream(bytes: Buffer): Jpeg2000Stream {
  if (
    bytes.length < 48 ||
    bytes.readUInt16BE(0) !== startOfCodestream ||
    bytes.readUInt16BE(2) !== imageAndTileSize
  )
    throw new Error('no codestream header');
  const depth = bytes[sampleDepthOffset]!;
  return {
    columns: bytes.readUInt32BE(8) - bytes.readUInt32BE(16),
    rows: bytes.readUInt32BE(12) - bytes.readUInt32BE(20),
    components: bytes.readUInt16BE(40),
    precision: (depth & 0x7f) + 1,
    signed: depth > 0x7f,
    colourTransform: usesColourTransform(bytes),
  };
}

function usesColourTransform(bytes: Buffer): boolean {
  for (let at = 2; at + 9 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === codingStyleDefault) return bytes[at + 8] === 1;
    if (marker === startOfTile) return false;
  }
  return false;
}
