import { PersonError } from '../../process/errors';
import { elementsOf } from './array';

/** Values of a .npy file as float32, with their shape in row-major order. */
export interface FloatArray {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface Header {
  readonly descr: string;
  readonly shape: readonly number[];
  /** Where the values begin, in bytes. */
  readonly start: number;
}

type Read = (view: DataView, offset: number, little: boolean) => number;

const types: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  f4: [4, (view, offset, little) => view.getFloat32(offset, little)],
  f8: [8, (view, offset, little) => view.getFloat64(offset, little)],
  i1: [1, (view, offset) => view.getInt8(offset)],
  u1: [1, (view, offset) => view.getUint8(offset)],
  i2: [2, (view, offset, little) => view.getInt16(offset, little)],
  u2: [2, (view, offset, little) => view.getUint16(offset, little)],
  i4: [4, (view, offset, little) => view.getInt32(offset, little)],
  u4: [4, (view, offset, little) => view.getUint32(offset, little)],
};

/**
 * Reads a .npy file of versions 1 to 3 (numpy.lib.format): floats and integers of either byte order, row-major.
 * @throws PersonError naming the file
 */
export function decodeNpy(bytes: Uint8Array, path: string): FloatArray {
  const { descr, shape, start } = readHeader(bytes, path);
  const type = types[descr.slice(1)];
  if (!type)
    throw new PersonError(
      `${path} holds values of the type "${descr}", which cannot be read; save it as float32.`,
    );
  const [size, read] = type;
  const count = elementsOf(shape);
  if (bytes.length - start < count * size) {
    throw new PersonError(`${path} is cut short: its header promises ${count} values.`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, count * size);
  const little = !descr.startsWith('>');
  return { shape, values: Float32Array.from({ length: count }, (_, i) => read(view, i * size, little)) };
}

function readHeader(bytes: Uint8Array, path: string): Header {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 6));
  if (magic !== '\x93NUMPY' || bytes.length < 12) throw new PersonError(`${path} is not a .npy file.`);
  const wide = bytes[6]! >= 2;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (wide ? 12 : 10) + length;
  const text = new TextDecoder('latin1').decode(bytes.subarray(wide ? 12 : 10, start));
  return { ...parseHeader(text, path), start };
}

function parseHeader(text: string, path: string): Omit<Header, 'start'> {
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([^)]*)\)/.exec(text)?.[1];
  if (descr === undefined || shape === undefined) {
    throw new PersonError(`${path} has a header that cannot be read; save it with numpy.save.`);
  }
  if (fortran === 'True') throw new PersonError(`${path} is in column-major order; save it in C order.`);
  const sizes = shape
    .split(',')
    .filter((part) => part.trim())
    .map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 0)) {
    throw new PersonError(`${path} has the shape (${shape}), which is none.`);
  }
  return { descr, shape: sizes };
}
