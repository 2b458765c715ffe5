/** A component of the frame header (ITU-T T.81 B.2.2). */
export interface Component {
  readonly id: number;
  /** Samples along and across, relative to the other components: H and V. */
  readonly horizontal: number;
  readonly vertical: number;
  readonly quantization: number;
}

/** The frame header (T.81 B.2.2). */
export interface Frame {
  /** 0xC0 baseline, 0xC1 extended sequential, 0xC3 lossless. */
  readonly process: number;
  readonly precision: number;
  readonly rows: number;
  readonly columns: number;
  readonly components: readonly Component[];
}

/** @throws Error where the segment is cut off or a sampling factor is not one */
export function readFrame(process: number, segment: Uint8Array): Frame {
  const count = segment[5] ?? 0;
  if (count < 1 || segment.length < 6 + count * 3) throw new Error('the frame header is cut off');
  const components = Array.from({ length: count }, (_, i) => {
    const [id, sampling, quantization] = segment.subarray(6 + i * 3, 9 + i * 3);
    return { id: id!, horizontal: sampling! >> 4, vertical: sampling! & 15, quantization: quantization! };
  });
  const factors = components.flatMap(({ horizontal, vertical }) => [horizontal, vertical]);
  if (factors.some((factor) => factor < 1 || factor > 4)) throw new Error('a sampling factor is not 1 to 4');
  return { process, precision: segment[0]!, rows: word(segment, 1), columns: word(segment, 3), components };
}

/** A number of two bytes, the higher first. */
export function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}
