import { elementsOf, type NpyArray } from './array';

const magic = Buffer.from('\x93NUMPY\x01\x00', 'latin1');
const alignment = 64;

/**
 * The bytes of a .npy file, version 1.0, little-endian, row-major: '<f4' for float32, '|u1' for bytes
 * (numpy.lib.format: the header is padded with spaces so that the values begin at a multiple of 64).
 */
export function encodeNpy({ shape, values }: NpyArray): Buffer {
  if (elementsOf(shape) !== values.length) throw new Error('The shape does not fit the number of values.');
  const descr = values instanceof Float32Array ? '<f4' : '|u1';
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const before = magic.length + 2 + header.length + 1;
  const padding = (alignment - (before % alignment)) % alignment;
  const length = Buffer.alloc(2);
  length.writeUInt16LE(header.length + padding + 1);
  const data = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return Buffer.concat([magic, length, Buffer.from(`${header}${' '.repeat(padding)}\n`, 'latin1'), data]);
}
