import load from '@cornerstonejs/codec-openjph/wasmjs';

/** What a stream for a test is made of. */
export interface Htj2kOptions {
  readonly rows: number;
  readonly columns: number;
  readonly bits: number;
  readonly signed?: boolean;
  readonly samples?: 1 | 3;
  /** Whether three samples go through the colour transform; by default they do. */
  readonly transform?: boolean;
  readonly lossless?: boolean;
  readonly tile?: number;
  readonly progression?: number;
}

const signOfFirstComponent = 42;

/**
 * An HTJ2K codestream of interleaved values. Signed ones are written as unsigned ones of the same range and then
 * said to be signed, which by T.800 annex G.1 is the same stream: OpenJPH's wrapper cannot write negative bytes.
 */
export async function encodeHtj2k(values: readonly number[], options: Htj2kOptions): Promise<Buffer> {
  const { rows, columns, bits, signed = false, samples = 1, transform = samples === 3 } = options;
  const { HTJ2KEncoder } = await load();
  const encoder = new HTJ2KEncoder();
  const size = { width: columns, height: rows, bitsPerSample: bits, componentCount: samples };
  const input = encoder.getDecodedBuffer({ ...size, isSigned: false, isUsingColorTransform: transform });
  const half = signed ? 2 ** (bits - 1) : 0;
  const arranged = transform || samples === 1 ? values : asTheWrapperTakes(values, options);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  arranged.forEach((value, i) =>
    bits > 8 ? view.setUint16(i * 2, value + half, true) : view.setUint8(i, value + half),
  );
  encoder.setQuality(options.lossless ?? true, 0.001);
  if (options.tile !== undefined) encoder.setTileSize({ width: options.tile, height: options.tile });
  if (options.progression !== undefined) encoder.setProgressionOrder(options.progression);
  encoder.encode();
  const stream = Buffer.from(encoder.getEncodedBuffer());
  encoder.delete();
  if (signed) for (let i = 0; i < samples; i++) stream[signOfFirstComponent + i * 3]! |= 0x80;
  return stream;
}

/** Without a transform the wrapper takes line n of its input for line n of the planes, one plane after the other. */
function asTheWrapperTakes(values: readonly number[], { rows, columns }: Htj2kOptions): number[] {
  const out = new Array<number>(values.length).fill(0);
  for (let line = 0; line < rows * 3; line++)
    for (let column = 0; column < columns; column++) {
      const [sample, row] = [Math.floor(line / rows), line % rows];
      out[(Math.floor(line / 3) * columns + column) * 3 + (line % 3)] =
        values[(row * columns + column) * 3 + sample]!;
    }
  return out;
}
