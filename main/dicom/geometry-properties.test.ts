import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Geometry, Instance } from '../../preload/vocabulary';
import { stackOf } from '../../renderer/picture/mpr/stack';
import { indexPaths } from './index-paths';
import { testFolder } from './testing/folder';
import { imageElements } from './testing/image';
import { decimal, geometryElements, randomAxes, shuffled, within, writable } from './testing/patient';
import { seededRandom } from './testing/random';
import type { Elements } from './testing/write';
import { writeDicom } from './testing/write';

const folder = testFolder();
const size = { rows: 3, columns: 2 };

interface Made {
  /** In the order of their places along the normal. */
  readonly geometries: readonly Geometry[];
  readonly spacing: { readonly row: number; readonly column: number };
}

/** A series in a direction of no preference, its slices evenly spaced and its positions drifting as under a tilted gantry. */
function randomSeries(random: () => number): Made {
  const { row, column, normal } = randomAxes(random);
  const start = [within(random, 500), within(random, 500), within(random, 500)];
  const [step, drift] = [0.1 + 9 * random(), within(random, 0.5)];
  const geometries = Array.from({ length: 3 + Math.floor(random() * 8) }, (_, k) =>
    writable(
      start.map((value, axis) => value + k * step * (normal[axis]! + drift * column[axis]!)),
      row,
      column,
    ),
  );
  const spacing = { row: Number(decimal(0.05 + 3 * random())), column: Number(decimal(0.05 + 3 * random())) };
  return { geometries, spacing };
}

const spacingElements = ({ row, column }: Made['spacing']): Elements => ({
  0x00280030: ['DS', `${decimal(row)}\\${decimal(column)}`],
});

/** Writes the files of a series under names and numbers that tell nothing about their places. */
function write(name: string, { geometries, spacing }: Made, random: () => number): string {
  const place = join(folder.path, name);
  mkdirSync(place);
  const numbers = shuffled([...geometries.keys()], random);
  geometries.forEach((geometry, k) => {
    const more: Elements = {
      0x00080018: ['UI', `1.2.${numbers[k]! + 1}`],
      0x00200013: ['IS', String(numbers[k])],
      0x00200052: ['UI', '1.9'],
      ...geometryElements(geometry),
      ...spacingElements(spacing),
    };
    folder.write(join(name, String(numbers[k])), writeDicom(imageElements(size, more)));
  });
  return place;
}

async function instancesOf(path: string): Promise<readonly Instance[]> {
  const { studies, unreadable } = await indexPaths([path]);
  expect(unreadable).toEqual([]);
  return studies.flatMap(({ series }) => series.flatMap(({ instances }) => instances));
}

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);

describe('a series that lies anyhow', () => {
  it.each(seeds)('is read in the order of its places, each number as it was written (%i)', async (seed) => {
    const random = seededRandom(seed);
    const made = randomSeries(random);
    const instances = await instancesOf(write(`series-${seed}`, made, random));
    expect(instances.map(({ geometry }) => geometry)).toEqual(made.geometries);
    for (const { spacing } of instances) expect(spacing).toEqual({ ...made.spacing, kind: 'patient' });
  });

  it.each(seeds)('is one even stack, and none without one of its slices (%i)', async (seed) => {
    const random = seededRandom(seed + 1000);
    const made = randomSeries(random);
    const instances = await instancesOf(write(`stack-${seed}`, made, random));
    const stack = stackOf(instances);
    if (typeof stack === 'string') throw new Error(stack);
    const [first, last] = [made.geometries[0]!, made.geometries.at(-1)!];
    stack.toSlice.forEach((step, axis) =>
      expect(step).toBeCloseTo((last.position[axis]! - first.position[axis]!) / (stack.slices - 1), 6),
    );
    if (instances.length < 5) return;
    const inner = 1 + Math.floor(random() * (instances.length - 2));
    expect(stackOf(instances.toSpliced(inner, 1))).toMatch(/not evenly spaced/);
  });
});

describe('places that are taken twice', () => {
  it.each(seeds)('keep the order of their numbers, as in a series over time (%i)', async (seed) => {
    const random = seededRandom(seed + 2000);
    const { geometries, spacing } = randomSeries(random);
    const times = [...geometries, ...geometries];
    const name = `times-${seed}`;
    mkdirSync(join(folder.path, name));
    for (const k of shuffled([...times.keys()], random)) {
      const uid: Elements = { 0x00080018: ['UI', `1.2.${k + 1}`], 0x00200013: ['IS', String(k)] };
      const more = { ...uid, ...geometryElements(times[k]!), ...spacingElements(spacing) };
      folder.write(join(name, String(k)), writeDicom(imageElements(size, more)));
    }
    const numbers = (await instancesOf(join(folder.path, name))).map(({ instanceNumber }) => instanceNumber);
    expect(numbers).toEqual(geometries.flatMap((_, k) => [k, k + geometries.length]));
  });
});

describe('an enhanced image', () => {
  it.each(seeds)('gives each frame the place of its own functional group (%i)', async (seed) => {
    const random = seededRandom(seed + 3000);
    const { geometries: ordered, spacing } = randomSeries(random);
    const geometries = shuffled(ordered, random);
    const inSequence = (tag: number, elements: Elements): Elements => ({
      [tag]: ['SQ', { items: [elements] }],
    });
    const frames = geometries.map((geometry) => {
      const { 0x00200032: position, 0x00200037: orientation } = geometryElements(geometry);
      return {
        ...inSequence(0x00209113, { 0x00200032: position! }),
        ...inSequence(0x00209116, { 0x00200037: orientation! }),
      };
    });
    const more: Elements = {
      0x52009229: ['SQ', { items: [inSequence(0x00289110, spacingElements(spacing))] }],
      0x52009230: ['SQ', { items: frames }],
    };
    const image = imageElements({ ...size, frames: frames.length }, more);
    const [instance] = await instancesOf(folder.write(`enhanced-${seed}`, writeDicom(image)));
    expect(instance!.frameGeometry).toEqual(geometries);
    expect(instance!.geometry).toEqual(geometries[0]);
    expect(instance!.spacing).toEqual({ ...spacing, kind: 'patient' });
  });
});
