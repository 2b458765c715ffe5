import type { Elements } from './write';

/** What an image for a test is made of; everything else is filled in. */
export interface ImageOptions {
  readonly rows: number;
  readonly columns: number;
  readonly bitsAllocated?: number;
  readonly bitsStored?: number;
  readonly highBit?: number;
  readonly signed?: boolean;
  readonly samples?: 1 | 3;
  readonly photometricInterpretation?: string;
  readonly frames?: number;
  readonly pixels?: Buffer;
  readonly littleEndian?: boolean;
}

/** Elements of an image with the given pixels, by default 16-bit grey. */
export function imageElements(options: ImageOptions, more: Elements = {}): Elements {
  const { rows, columns, bitsAllocated = 16, bitsStored = bitsAllocated, samples = 1 } = options;
  const { highBit = bitsStored - 1, frames = 1, signed = false } = options;
  const size = (rows * columns * samples * frames * bitsAllocated) / 8;
  return {
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.7'],
    0x00080018: ['UI', '1.2.3.4'],
    0x00080060: ['CS', 'OT'],
    0x0020000d: ['UI', '1.2.3.1'],
    0x0020000e: ['UI', '1.2.3.2'],
    0x00280002: ['US', [samples]],
    0x00280004: ['CS', options.photometricInterpretation ?? (samples === 3 ? 'RGB' : 'MONOCHROME2')],
    ...(samples === 3 ? ({ 0x00280006: ['US', [0]] } as const) : {}),
    ...(frames > 1 ? ({ 0x00280008: ['IS', String(frames)] } as const) : {}),
    0x00280010: ['US', [rows]],
    0x00280011: ['US', [columns]],
    0x00280100: ['US', [bitsAllocated]],
    0x00280101: ['US', [bitsStored]],
    0x00280102: ['US', [highBit]],
    0x00280103: ['US', [signed ? 1 : 0]],
    0x7fe00010: [bitsAllocated > 8 ? 'OW' : 'OB', options.pixels ?? Buffer.alloc(size)],
    ...more,
  };
}

/** Whole numbers as bytes of 8, 16 or 32 bits. */
export function samplesOf(values: readonly number[], bits: number, littleEndian = true): Buffer {
  const view = new DataView(new ArrayBuffer((values.length * bits) / 8));
  values.forEach((value, i) => {
    if (bits === 8) view.setUint8(i, value & 0xff);
    else if (bits === 16) view.setUint16(i * 2, value & 0xffff, littleEndian);
    else view.setUint32(i * 4, value >>> 0, littleEndian);
  });
  return Buffer.from(view.buffer);
}
