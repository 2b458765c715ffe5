/**
 * The inverse discrete cosine transform in whole numbers, of 12-bit samples. It is Loeffler, Ligtenberg and
 * Moschytz's ("Practical fast 1-D DCT algorithms with 11 multiplications", ICASSP 1989) with constants of 13 bits and
 * one more bit kept between the passes, as the Independent JPEG Group's accurate method has it: the same values come
 * out to the bit.
 */
const constantBits = 13;
const keptBits = 1;
const columnShift = constantBits - keptBits;
const rowShift = constantBits + keptBits + 3;

/** Cosines of the flow graph × 2^13. */
const c0298 = 2446;
const c0390 = 3196;
const c0541 = 4433;
const c0765 = 6270;
const c0899 = 7373;
const c1175 = 9633;
const c1501 = 12299;
const c1847 = 15137;
const c1961 = 16069;
const c2053 = 16819;
const c2562 = 20995;
const c3072 = 25172;

/**
 * Transforms 64 dequantized coefficients, row by row, in place.
 * @param block afterwards samples around 0: the middle of the range is not added yet
 */
export function inverseDct(block: Int32Array): void {
  for (let column = 0; column < 8; column++) transform(block, column, 8, columnShift);
  for (let row = 0; row < 64; row += 8) transform(block, row, 1, rowShift);
}

/** Eight values, each a stride from the last. */
function transform(block: Int32Array, start: number, stride: number, shift: number): void {
  const at = (i: number): number => start + i * stride;
  const x0 = block[start]!;
  const x1 = block[at(1)]!;
  const x2 = block[at(2)]!;
  const x3 = block[at(3)]!;
  const x4 = block[at(4)]!;
  const x5 = block[at(5)]!;
  const x6 = block[at(6)]!;
  const x7 = block[at(7)]!;

  const even = Math.imul(x2 + x6, c0541);
  const rotated2 = even - Math.imul(x6, c1847);
  const rotated3 = even + Math.imul(x2, c0765);
  const sum = (x0 + x4) << constantBits;
  const rest = (x0 - x4) << constantBits;
  const half = 1 << (shift - 1);
  const e0 = sum + rotated3 + half;
  const e3 = sum - rotated3 + half;
  const e1 = rest + rotated2 + half;
  const e2 = rest - rotated2 + half;

  const both = Math.imul(x7 + x3 + x5 + x1, c1175);
  const z1 = -Math.imul(x7 + x1, c0899);
  const z2 = -Math.imul(x5 + x3, c2562);
  const z3 = both - Math.imul(x7 + x3, c1961);
  const z4 = both - Math.imul(x5 + x1, c0390);
  const o0 = Math.imul(x7, c0298) + z1 + z3;
  const o1 = Math.imul(x5, c2053) + z2 + z4;
  const o2 = Math.imul(x3, c3072) + z2 + z3;
  const o3 = Math.imul(x1, c1501) + z1 + z4;

  block[start] = (e0 + o3) >> shift;
  block[at(7)] = (e0 - o3) >> shift;
  block[at(1)] = (e1 + o2) >> shift;
  block[at(6)] = (e1 - o2) >> shift;
  block[at(2)] = (e2 + o1) >> shift;
  block[at(5)] = (e2 - o1) >> shift;
  block[at(3)] = (e3 + o0) >> shift;
  block[at(4)] = (e3 - o0) >> shift;
}
