import { expect, it } from 'vitest';
import { PersonError } from '../../process/errors';
import { testFolder } from '../testing/folder';
import { seededRandom } from '../testing/random';
import { writeDicom } from '../testing/write';
import { readObject } from './index';
import { imageStack } from './testing/images';
import { mapElements } from './testing/parametric-map';
import { groupItem, imageItem, planarItem, reportElements, spatialItem } from './testing/report';
import { segmentationElements } from './testing/segmentation';
import { structureSetElements } from './testing/structure-set';

const folder = testFolder();
const rounds = 150;
const ramp = Array.from({ length: 12 }, (_, i) => i);
const square = [0, 0, 2, 5, 0, 2, 5, 5, 2, 0, 0, 2];

const objects = {
  segmentation: segmentationElements({
    ...{ rows: 3, columns: 4, labels: ['A', 'B'] },
    frames: [
      { segment: 1, values: [0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1], position: [0, 0, 0] },
      { segment: 2, values: [1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1], source: ['1.2.2', 1] },
    ],
  }),
  'structure set': structureSetElements({
    A: [{ type: 'CLOSED_PLANAR', data: square, image: '1.2.2' }],
    B: [{ type: 'CLOSEDPLANAR_XOR', data: square }],
  }),
  report: reportElements([
    groupItem('T', 'Mass', planarItem('POLYLINE', [1, 1, 5, 1, 5, 5, 1, 1], imageItem('1.2.1'))),
    groupItem('U', 'Mass', spatialItem('POLYGON', square)),
  ]),
  'parametric map': mapElements({
    ...{ rows: 3, columns: 4, spacing: [2, 2] },
    frames: [
      { values: ramp, position: [0, 0, 0] },
      { values: ramp, source: '1.2.2' },
    ],
  }),
};

/** Some bytes of a file changed, or its end cut off. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * 6);
  for (let i = 0; i < changes; i++)
    copy[132 + Math.floor(random() * (copy.length - 132))] = Math.floor(random() * 256);
  return random() < 0.1 ? copy.subarray(0, 132 + Math.floor(random() * (copy.length - 132))) : copy;
}

it.each(Object.entries(objects))(
  'reads a damaged %s or says in a sentence why not',
  async (name, elements) => {
    const random = seededRandom(name.length);
    const whole = writeDicom(elements);
    const images = imageStack(3);
    let read = 0;
    for (let round = 0; round < rounds; round++) {
      const path = folder.write('damaged.dcm', mutated(whole, random));
      const result = await readObject(path, images, new AbortController().signal).catch(
        (thrown: unknown) => thrown,
      );
      if (result instanceof Error) {
        expect(result, result.stack).toBeInstanceOf(PersonError);
        expect(result.message).toMatch(/^damaged\.dcm .+\.$/s);
        continue;
      }
      read++;
      const { regions, maps } = result as Awaited<ReturnType<typeof readObject>>;
      for (const { points } of regions) expect(points.flat().every(Number.isFinite)).toBe(true);
      for (const { map } of maps)
        expect(map.values.every((value) => value >= 0 && value <= map.peak)).toBe(true);
    }
    expect(read).toBeGreaterThan(rounds / 10);
  },
);
