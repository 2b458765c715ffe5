import type { StreamSize } from './expected';

const startOfCodestream = 0xff4f;
const imageAndTileSize = 0xff51;
const extendedCapabilities = 0xff50;
const codingStyleDefault = 0xff52;
const startOfTilePart = 0xff90;
const endOfCodestream = 0xffd9;

/** The bit of Pcap that says that Part 15, high throughput, is used (T.814 A.2, T.800 A.5.2). */
const partFifteen = 2 ** (32 - 15);
/** Where the first component's Ssiz is, of three bytes for each component (T.800 A.5.1). */
const firstComponent = 42;
const bytesAComponent = 3;

/** What the main header of a JPEG 2000 codestream says (ITU-T T.800 annex A). */
export interface Jpeg2000Stream extends StreamSize {
  readonly signed: boolean;
  readonly tiles: number;
  /** Whether the first three components went through a colour transform, which decoding undoes. */
  readonly colourTransform: boolean;
  /** Whether its code-blocks are those of Part 15, HTJ2K. */
  readonly highThroughput: boolean;
  /** Offset of the first tile-part's marker. */
  readonly firstTilePart: number;
}

/** @throws Error where the bytes are not a codestream, or its components differ in depth or size */
export function readJpeg2000Stream(bytes: Buffer): Jpeg2000Stream {
  if (
    bytes.length < 48 ||
    bytes.readUInt16BE(0) !== startOfCodestream ||
    bytes.readUInt16BE(2) !== imageAndTileSize
  )
    throw new Error('no codestream header');
  const components = bytes.readUInt16BE(40);
  checkAlike(bytes, components);
  const depth = bytes[firstComponent]!;
  return {
    columns: bytes.readUInt32BE(8) - bytes.readUInt32BE(16),
    rows: bytes.readUInt32BE(12) - bytes.readUInt32BE(20),
    components,
    precision: (depth & 0x7f) + 1,
    signed: depth > 0x7f,
    tiles: tilesOf(bytes),
    ...markersOf(bytes),
  };
}

/** A copy of a codestream whose components are said to be unsigned. */
export function saidUnsigned(bytes: Buffer, { components }: Jpeg2000Stream): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < components; i++) copy[firstComponent + i * bytesAComponent]! &= 0x7f;
  return copy;
}

/**
 * Checks that every tile is there and that the codestream goes on to its end (T.800 A.4.2): what is missing
 * comes out of a decoder as grey.
 */
export function checkTilePartsPresent(bytes: Buffer, stream: Jpeg2000Stream): void {
  const seen = new Set<number>();
  let at = stream.firstTilePart;
  while (at + 12 <= bytes.length && bytes.readUInt16BE(at) === startOfTilePart) {
    seen.add(bytes.readUInt16BE(at + 4));
    const length = bytes.readUInt32BE(at + 6);
    if (length !== 0 && length < 14) throw new Error('a tile-part has no length');
    at = length === 0 ? bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) : at + length;
  }
  if (at < 0 || at + 2 > bytes.length || bytes.readUInt16BE(at) !== endOfCodestream)
    throw new Error('no end of codestream');
  if (seen.size !== stream.tiles) throw new Error(`${seen.size} tiles where ${stream.tiles} are needed`);
}

function checkAlike(bytes: Buffer, components: number): void {
  const sizes = bytes.subarray(firstComponent, firstComponent + components * bytesAComponent);
  const first = sizes.subarray(0, bytesAComponent);
  if (components < 1 || sizes.length < components * bytesAComponent) throw new Error('no components');
  for (let at = 0; at < sizes.length; at += bytesAComponent)
    if (!sizes.subarray(at, at + bytesAComponent).equals(first))
      throw new Error('components of different depths or sizes');
  if (first[1] !== 1 || first[2] !== 1) throw new Error('components of fewer samples than the image');
}

/** Equation B-5 of T.800. */
function tilesOf(bytes: Buffer): number {
  const along = (axis: 0 | 4): number => {
    const [end, width, start] = [8, 24, 32].map((offset) => bytes.readUInt32BE(offset + axis));
    return Math.ceil((end! - start!) / Math.max(1, width!));
  };
  return along(0) * along(4);
}

function markersOf(
  bytes: Buffer,
): Pick<Jpeg2000Stream, 'colourTransform' | 'highThroughput' | 'firstTilePart'> {
  let colourTransform = false;
  let highThroughput = false;
  for (let at = 2; at + 10 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === startOfTilePart) return { colourTransform, highThroughput, firstTilePart: at };
    if (marker === codingStyleDefault) colourTransform = bytes[at + 8] === 1;
    if (marker === extendedCapabilities) highThroughput = (bytes.readUInt32BE(at + 4) & partFifteen) !== 0;
  }
  throw new Error('no tiles');
}
