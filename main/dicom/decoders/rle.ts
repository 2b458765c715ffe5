import { fullyResolved } from './compressed-frame';
import type { Decoder } from './decoder';
import { nativeFrame } from './native';

/**
 * RLE Lossless (PS3.5 annex G): one PackBits segment for each byte of each sample, most significant byte first.
 */
export const rle: Decoder = {
  name: 'RLE',
  transferSyntaxes: ['1.2.840.10008.1.2.5'],
  encapsulated: true,
  decode(frame, image) {
    const pixels = image.rows * image.columns;
    const bytesPerSample = image.bitsAllocated / 8;
    const offsets = segmentOffsets(frame, image.samplesPerPixel * bytesPerSample);
    const out = new Uint8Array(pixels * offsets.length);
    offsets.forEach((start, segment) => {
      const sample = Math.floor(segment / bytesPerSample);
      const byte = bytesPerSample - 1 - (segment % bytesPerSample);
      const end = offsets[segment + 1] ?? frame.length;
      unpack(frame.subarray(start, end), out, sample * bytesPerSample + byte, offsets.length, pixels);
    });
    return {
      ...nativeFrame(out, image),
      planar: false,
      photometricInterpretation: fullyResolved(image.photometricInterpretation),
    };
  },
};

function segmentOffsets(frame: Buffer, expected: number): number[] {
  const count = frame.length >= 64 ? frame.readUInt32LE(0) : 0;
  if (count !== expected) throw new Error(`${count} segments where ${expected} are needed`);
  const offsets = Array.from({ length: count }, (_, i) => frame.readUInt32LE(4 + i * 4));
  const rising = offsets.every((offset, i) => offset >= (offsets[i - 1] ?? 64) && offset <= frame.length);
  if (!rising) throw new Error('segment offsets out of order');
  return offsets;
}

/** PackBits (PS3.5 G.3.2) into every stride-th byte; what follows the last pixel is padding. */
function unpack(segment: Buffer, out: Uint8Array, start: number, stride: number, pixels: number): void {
  const end = start + pixels * stride;
  let to = start;
  for (let from = 0; to < end && from < segment.length;) {
    const control = segment[from++]!;
    if (control === 128) continue;
    if (control < 128) {
      const stop = Math.min(from + control + 1, segment.length);
      for (; from < stop && to < end; to += stride) out[to] = segment[from++]!;
      from = stop;
    } else {
      if (from >= segment.length) break;
      const value = segment[from++]!;
      for (let left = 257 - control; left > 0 && to < end; left--, to += stride) out[to] = value;
    }
  }
  if (to < end) throw new Error('a segment ends before its last pixel');
}
