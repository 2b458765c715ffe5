import { describe, expect, it } from 'vitest';
import { greyRow, sliceOf } from '../testing/slice';
import type { Elements } from '../testing/write';

const image = greyRow([1, 2, 3, 4], 16);
const shutterOf = async (more: Elements) => (await sliceOf(image, more)).shutter;
const none = { rectangle: null, circle: null, polygon: null, bitmap: null, presentationValue: 0 };

describe('display shutters', () => {
  it('are none where none is given, or not whole', async () => {
    expect(await shutterOf({})).toBeNull();
    expect(await shutterOf({ 0x00181600: ['CS', 'RECTANGULAR'], 0x00181602: ['IS', '1'] })).toBeNull();
    expect(await shutterOf({ 0x00181600: ['CS', 'CIRCULAR'], 0x00181610: ['IS', 'x\\2'] })).toBeNull();
    const endless = '1\\2\\'.repeat(5000) + '1\\2';
    expect(await shutterOf({ 0x00181600: ['CS', 'POLYGONAL'], 0x00181620: ['IS', endless] })).toBeNull();
  });

  it('are rectangle, circle and polygon together, with the shade of what they cover', async () => {
    const shutter = await shutterOf({
      0x00181600: ['CS', 'RECTANGULAR\\CIRCULAR\\POLYGONAL'],
      0x00181602: ['IS', '2'],
      0x00181604: ['IS', '30'],
      0x00181606: ['IS', '4'],
      0x00181608: ['IS', '50'],
      0x00181610: ['IS', '20\\15'],
      0x00181612: ['IS', '9'],
      0x00181620: ['IS', '1\\1\\1\\9\\9\\1'],
      0x00181622: ['US', [1000]],
      0x00280034: ['IS', '2\\1'],
    });
    expect(shutter).toEqual({
      rectangle: { left: 2, right: 30, upper: 4, lower: 50 },
      circle: { row: 20, column: 15, radius: 9, aspect: 2 },
      polygon: [
        [1, 1],
        [1, 9],
        [9, 1],
      ],
      bitmap: null,
      presentationValue: 1000,
    });
  });

  it('may be an overlay plane, which is not drawn then', async () => {
    const { shutter, overlays } = await sliceOf(image, {
      ...{ 0x00181600: ['CS', 'BITMAP'], 0x00181623: ['US', [0x6002]] },
      ...{ 0x60020010: ['US', [1]], 0x60020011: ['US', [4]], 0x60020050: ['SS', [1, 1]] },
      0x60023000: ['OW', Buffer.of(0b0101, 0)],
    });
    expect(shutter).toEqual({
      ...none,
      bitmap: expect.objectContaining({ bits: Uint8Array.of(1, 0, 1, 0) }),
    });
    expect(overlays).toEqual([]);
  });

  it('are those of the frame where the image is enhanced', async () => {
    const group = (left: string): Elements => ({
      0x00189472: [
        'SQ',
        {
          items: [
            {
              ...{ 0x00181600: ['CS', 'RECTANGULAR'], 0x00181602: ['IS', left], 0x00181604: ['IS', '9'] },
              ...{ 0x00181606: ['IS', '1'], 0x00181608: ['IS', '9'] },
            },
          ],
        },
      ],
    });
    const options = greyRow([1, 2], 16, { columns: 1, frames: 2 });
    const groups: Elements = { 0x52009230: ['SQ', { items: [group('1'), group('2')] }] };
    expect((await sliceOf(options, groups, { frame: 2 })).shutter!.rectangle!.left).toBe(2);
  });
});
