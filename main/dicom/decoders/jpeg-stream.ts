/** What the markers before the first scan of a JPEG or JPEG-LS stream say (ITU-T T.81 annex B, T.87 annex C). */
export interface JpegStream {
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  /** Process of the frame header: 0xC0 baseline, 0xC2 progressive, 0xC3 lossless, 0xF7 JPEG-LS. */
  readonly startOfFrame: number;
  /** Whether a JFIF or Adobe marker settles the colour space (ITU-T T.871, T.872). */
  readonly namesColourSpace: boolean;
}

const standalone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isStartOfFrame = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) || marker === 0xf7;

/** @throws Error where the bytes are not such a stream, or end before its frame header */
export function readJpegStream(bytes: Uint8Array): JpegStream {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error('no start of image');
  let namesColourSpace = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) throw new Error('a marker is missing');
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (standalone(marker)) at += 2;
    else if (isStartOfFrame(marker)) return { ...frameHeader(bytes, at), namesColourSpace };
    else {
      if (isColourMarker(bytes, at)) namesColourSpace = true;
      at += 2 + word(bytes, at + 2);
    }
  }
  throw new Error('no frame header');
}

/** Checks that the stream has its end marker: decoders fill what is missing without a word. */
export function checkJpegComplete(bytes: Uint8Array): void {
  for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - 64); at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return;
  throw new Error('no end of image');
}

function frameHeader(bytes: Uint8Array, at: number): Omit<JpegStream, 'namesColourSpace'> {
  if (at + 10 > bytes.length) throw new Error('the frame header is cut off');
  return {
    precision: bytes[at + 4]!,
    rows: word(bytes, at + 5),
    columns: word(bytes, at + 7),
    components: bytes[at + 9]!,
    startOfFrame: bytes[at + 1]!,
  };
}

function isColourMarker(bytes: Uint8Array, at: number): boolean {
  const name = String.fromCharCode(...bytes.subarray(at + 4, at + 9));
  return (bytes[at + 1] === 0xe0 && name.startsWith('JFIF')) || (bytes[at + 1] === 0xee && name === 'Adobe');
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}
