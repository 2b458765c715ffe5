import type { Elements } from '../../main/dicom/testing/write';
import { imageElements } from '../../main/dicom/testing/image';

/** Rows and columns of a CT slice. */
export const side = 512;
const air = -1000;

/** Noise as a scanner has it, ± 20 HU, the same in every run. */
const noise = Int16Array.from({ length: 2 ** 20 }, seededNoise());

function seededNoise(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state >>> 24) % 40) - 20;
  };
}

/** Values of a slice like a body's in air, in HU, each slice a little different from the one before. */
export function ctValues(slice: number): Int16Array {
  const values = new Int16Array(side * side);
  const radius = 200 + 20 * Math.sin(slice / 40);
  for (let row = 0, i = 0; row < side; row++)
    for (let column = 0; column < side; column++, i++) {
      const inside = Math.hypot(row - side / 2, column - side / 2) < radius;
      const tissue = 40 + 60 * Math.sin(row / 30 + slice / 20) * Math.cos(column / 25);
      values[i] = (inside ? tissue : air) + noise[(i + slice * 911) % noise.length]!;
    }
  return values;
}

/** The values as they are stored: signed 16 bits, or unsigned with an intercept in fewer. */
export function stored(values: Int16Array, bits: 8 | 12 | 16): Buffer {
  if (bits === 16) return Buffer.from(values.buffer);
  const shifted = Uint16Array.from(values, (value) => Math.min(Math.max(value + 1024, 0), 4095));
  return bits === 12 ? Buffer.from(shifted.buffer) : Buffer.from(Uint8Array.from(shifted, (v) => v >> 4));
}

/** A CT image of frames that begin with a slice of the series. */
export function ctElements(first: number, frames: number, bits: 8 | 12 | 16): Elements {
  const pixels = Buffer.concat(Array.from({ length: frames }, (_, i) => stored(ctValues(first + i), bits)));
  const kind = { bitsAllocated: bits === 8 ? 8 : 16, bitsStored: bits, signed: bits === 16 };
  return imageElements(
    { rows: side, columns: side, frames, pixels, ...kind },
    {
      0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
      0x00080018: ['UI', `1.2.3.4.${first + 1}`],
      0x00080060: ['CS', 'CT'],
      0x00200013: ['IS', String(first + 1)],
      0x00200032: ['DS', `-180\\-180\\${first}`],
      0x00200037: ['DS', '1\\0\\0\\0\\1\\0'],
      0x00280030: ['DS', '0.7\\0.7'],
      0x00281050: ['DS', '40'],
      0x00281051: ['DS', '400'],
      0x00281052: ['DS', bits === 16 ? '0' : '-1024'],
      0x00281053: ['DS', bits === 8 ? '16' : '1'],
    },
  );
}
