import { describe, expect, it } from 'vitest';
import { greyRow, sliceOf } from '../testing/slice';
import type { Elements } from '../testing/write';
import { transferSyntax } from '../transfer-syntax';

const lut = (descriptor: readonly number[], data: readonly number[], more: Elements = {}): Elements => ({
  0x00283002: ['US', descriptor],
  0x00283006: ['OW', Buffer.from(Uint16Array.from(data).buffer)],
  ...more,
});
const luts = (...items: readonly Elements[]): Elements => ({ 0x00283010: ['SQ', { items }] });
const window: Elements = { 0x00281050: ['DS', '50'], 0x00281051: ['DS', '100'] };

describe('VOI LUTs', () => {
  it('come before the windows of the file, all of them, spanning their input', async () => {
    const { windows } = await sliceOf(greyRow([0, 100], 16), {
      ...luts(lut([3, 10, 12], [0, 2000, 4095], { 0x00283003: ['LO', 'BONE'] }), lut([2, 0, 8], [255, 0])),
      ...window,
    });
    expect(windows.map(({ explanation }) => explanation)).toEqual([
      'BONE',
      'VOI LUT',
      '',
      'From the pixel values',
    ]);
    expect(windows[0]).toEqual({
      // LINEAR of this window is black at 10 and white at 12.
      ...{ center: 11.5, width: 3, explanation: 'BONE' },
      lut: { first: 10, bits: 12, entries: Uint16Array.of(0, 2000, 4095) },
    });
    expect(windows[1]!.lut).toEqual({ first: 0, bits: 8, entries: Uint16Array.of(255, 0) });
  });

  it('may begin below 0, by the VR of their descriptor or by the pixels', async () => {
    const firstOf = async (vr: 'US' | 'SS', more: Elements, signed: boolean, syntax?: string) => {
      const item = { ...lut([2, -1024, 8], [0, 255]), 0x00283002: [vr, [2, -1024, 8]] } as const;
      const file = { ...luts(item), ...more };
      const options = { ...(syntax === undefined ? {} : { syntax }) };
      return (await sliceOf(greyRow([0], 16, { signed }), file, options)).windows[0]!.lut!.first;
    };
    const rescaled: Elements = { 0x00281052: ['DS', '-1024'] };
    expect(await firstOf('SS', rescaled, false)).toBe(-1024);
    expect(await firstOf('US', {}, true)).toBe(-1024);
    expect(await firstOf('US', {}, false)).toBe(64_512);
    // Implicit files have no VR: what the modality values can be decides.
    expect(await firstOf('US', rescaled, false, transferSyntax.implicitLittleEndian)).toBe(-1024);
    expect(await firstOf('US', {}, false, transferSyntax.implicitLittleEndian)).toBe(64_512);
  });

  it('are read from packed bytes, from big-endian words, and with more bits than they say', async () => {
    const only = async (item: Elements, syntax?: string) =>
      (await sliceOf(greyRow([0], 8), luts(item), syntax === undefined ? {} : { syntax })).windows[0]!.lut;
    const bytes: Elements = { 0x00283002: ['US', [4, 0, 8]], 0x00283006: ['OW', Buffer.of(1, 2, 3, 255)] };
    expect(await only(bytes)).toEqual({ first: 0, bits: 8, entries: Uint16Array.of(1, 2, 3, 255) });
    const words: Elements = { 0x00283002: ['US', [2, 0, 16]], 0x00283006: ['US', [258, 65_535]] };
    expect((await only(words, transferSyntax.explicitBigEndian))!.entries).toEqual(
      Uint16Array.of(258, 65_535),
    );
    // Packed bytes in big-endian words: the second byte of a word is the first entry.
    expect((await only(bytes, transferSyntax.explicitBigEndian))!.entries).toEqual(
      Uint16Array.of(2, 1, 255, 3),
    );
    expect((await only(lut([2, 0, 8], [0, 1023])))!.bits).toBe(10);
    expect((await only(lut([2, 0, 14], [0, 1023])))!.bits).toBe(14);
  });

  it('of 65,536 entries say 0', async () => {
    const whole = lut(
      [0, 0, 16],
      Array.from({ length: 65_536 }, (_, i) => 65_535 - i),
    );
    const { windows } = await sliceOf(greyRow([0], 16), luts(whole));
    expect(windows[0]).toMatchObject({ center: 32_768, width: 65_536 });
    expect(windows[0]!.lut!.entries[65_535]).toBe(0);
  });

  it('are those of the frame where the image is enhanced', async () => {
    const frameGroup = (value: number): Elements => ({
      0x00289132: ['SQ', { items: [luts(lut([1, value, 8], [7]))] }],
    });
    const groups: Elements = {
      0x52009229: ['SQ', { items: [frameGroup(1)] }],
      0x52009230: ['SQ', { items: [{}, frameGroup(2)] }],
    };
    const options = greyRow([1, 2], 16, { columns: 1, frames: 2 });
    expect((await sliceOf(options, groups, { frame: 1 })).windows[0]!.lut!.first).toBe(1);
    expect((await sliceOf(options, groups, { frame: 2 })).windows[0]!.lut!.first).toBe(2);
  });

  it('are left out where their data is not there', async () => {
    const { windows } = await sliceOf(greyRow([0], 16), luts(lut([9, 0, 16], [1, 2]), {}));
    expect(windows.map(({ explanation }) => explanation)).toEqual(['From the pixel values']);
  });

  it('are explained in the character set of the file', async () => {
    const { windows } = await sliceOf(greyRow([0], 16), {
      0x00080005: ['CS', 'ISO_IR 100'],
      ...luts(lut([1, 0, 8], [1], { 0x00283003: ['LO', 'Gehörgang'] })),
    });
    expect(windows[0]!.explanation).toBe('Gehörgang');
  });
});
