import createCharls from '@cornerstonejs/codec-charls';

/** JPEG-LS Lossless Image Compression (PS3.5 A.4.3). */
export const JPEG_LS_LOSSLESS = '1.2.840.10008.1.2.4.80';

/** Samples of one frame, colour interleaved by pixel. */
export interface Frame {
  pixels: Uint8Array | Uint16Array;
  rows: number;
  columns: number;
  samples: 1 | 3;
  bits: number;
}

/** One frame as a lossless JPEG-LS stream (ISO/IEC 14495-1). */
export async function encodeJpegLs(frame: Frame): Promise<Uint8Array> {
  const { JpegLSEncoder } = await createCharls();
  const encoder = new JpegLSEncoder();
  try {
    const target = encoder.getDecodedBuffer({
      width: frame.columns,
      height: frame.rows,
      bitsPerSample: frame.bits,
      componentCount: frame.samples,
      isSigned: false,
    });
    target.set(new Uint8Array(frame.pixels.buffer, frame.pixels.byteOffset, frame.pixels.byteLength));
    encoder.setNearLossless(0);
    encoder.setInterleaveMode(frame.samples === 3 ? 2 : 0);
    encoder.encode();
    return Uint8Array.from(encoder.getEncodedBuffer());
  } finally {
    encoder.delete();
  }
}
