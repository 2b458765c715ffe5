import { PNG } from 'pngjs';

/** An opaque picture of rows × columns × 4 bytes of RGBA as a PNG file without an alpha channel. */
export function encodePng(rgba: Uint8ClampedArray, columns: number, rows: number): Buffer {
  return encode(rgba, columns, rows, 2);
}

/** The same with its alpha channel. */
export function encodePngAlpha(rgba: Uint8ClampedArray, columns: number, rows: number): Buffer {
  return encode(rgba, columns, rows, 6);
}

function encode(rgba: Uint8ClampedArray, columns: number, rows: number, colorType: 2 | 6): Buffer {
  if (rgba.length !== columns * rows * 4) throw new Error('A picture has four bytes for every pixel.');
  const png = new PNG({ width: columns, height: rows });
  png.data = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  // Level 5 halves the time of level 9 for a file a few per cent larger.
  return PNG.sync.write(png, { colorType, inputColorType: 6, inputHasAlpha: true, deflateLevel: 5 });
}

/** A PNG as the address of a picture inside a page. */
export function dataUri(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}
