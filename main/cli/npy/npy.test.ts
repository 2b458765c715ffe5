import { describe, expect, it } from 'vitest';
import { decodeNpy } from './read';
import { encodeNpy } from './write';

/** A file as numpy writes it, from a header and raw bytes. */
function npy(header: string, data: Buffer, version = 1): Buffer {
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(header.length);
  else length.writeUInt32LE(header.length);
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from('NUMPY'),
    Buffer.from([version, 0]),
    length,
    Buffer.from(header),
    data,
  ]);
}

describe('encodeNpy', () => {
  it('aligns the values at 64 bytes and ends the header with a line feed', () => {
    const file = encodeNpy({ shape: [2, 3], values: Float32Array.of(0, 1, 2, 3, 4, 5.5) });
    expect(file.length).toBe(128 + 24);
    expect(file.subarray(10, 128).toString('latin1')).toMatch(
      /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/,
    );
    expect(file.readUInt16LE(8)).toBe(118);
    expect(file.readFloatLE(128 + 20)).toBe(5.5);
  });

  it('writes bytes as |u1 and a single axis with its comma', () => {
    const file = encodeNpy({ shape: [2], values: Uint8ClampedArray.of(7, 255) });
    expect(file.toString('latin1')).toContain(`'descr': '|u1', 'fortran_order': False, 'shape': (2,), }`);
    expect([...file.subarray(-2)]).toEqual([7, 255]);
  });

  it('writes only the part of a buffer that an array shows', () => {
    const values = new Float32Array([9, 1, 2, 9]).subarray(1, 3);
    expect([...decodeNpy(encodeNpy({ shape: [2], values }), 'a').values]).toEqual([1, 2]);
  });

  it('refuses a shape that does not fit', () => {
    expect(() => encodeNpy({ shape: [2, 2], values: new Float32Array(3) })).toThrow(/does not fit/);
  });
});

describe('decodeNpy', () => {
  it('reads back what was written', () => {
    const values = Float32Array.of(1.5, -2, 3, 4);
    expect(decodeNpy(encodeNpy({ shape: [1, 2, 2], values }), 'a')).toEqual({ shape: [1, 2, 2], values });
  });

  it.each([
    ['<f8', Buffer.from(new Float64Array([1.5, -3]).buffer), [1.5, -3]],
    ['<i2', Buffer.from(new Int16Array([-5, 300]).buffer), [-5, 300]],
    ['>u2', Buffer.from([1, 0, 0, 2]), [256, 2]],
    ['|u1', Buffer.from([3, 255]), [3, 255]],
  ])('reads %s', (descr, data, expected) => {
    const file = npy(`{'descr': '${descr}', 'fortran_order': False, 'shape': (2,), }\n`, data, 2);
    expect([...decodeNpy(file, 'a.npy').values]).toEqual(expected);
  });

  it.each([
    [Buffer.from('nothing of the kind'), /a\.npy is not a \.npy file/],
    [Buffer.alloc(0), /is not a \.npy file/],
    [npy(`{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }`, Buffer.alloc(8)), /type "<c8"/],
    [npy(`{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }`, Buffer.alloc(4)), /column-major/],
    [npy(`{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }`, Buffer.alloc(4)), /cut short/],
    [npy(`{'descr': '<f4', 'fortran_order': False, 'shape': (x,), }`, Buffer.alloc(4)), /shape \(x,\)/],
    [npy('{}', Buffer.alloc(4)), /header that cannot be read/],
  ])('says what is wrong with a file', (file, sentence) => {
    expect(() => decodeNpy(file, 'a.npy')).toThrow(sentence);
  });
});
