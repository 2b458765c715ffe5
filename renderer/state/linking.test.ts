import { describe, expect, it } from 'vitest';
import type { Geometry, Instance } from '../../preload/vocabulary';
import type { Place } from './frames';
import { indexThrough, nearestIndex, placementInStep, relationOf, stepOf } from './linking';
import type { Placement } from '../viewport/placement';
import { referenceLine } from './reference-line';

const axial: Geometry['orientation'] = [1, 0, 0, 0, 1, 0];
const sagittal: Geometry['orientation'] = [0, 1, 0, 0, 0, -1];

const place = (
  position: Geometry['position'],
  orientation: Geometry['orientation'] = axial,
  more: Partial<Instance> = {},
): Place => ({
  frame: 1,
  instance: {
    sopInstanceUid: position.join(),
    geometry: { position, orientation },
    frameGeometry: null,
    ...{ rows: 100, columns: 100, sliceThickness: null, frameOfReferenceUid: 'here' },
    spacing: { row: 1, column: 1, kind: 'patient' },
    ...more,
  } as unknown as Instance,
});

const stack = (count: number, step: number, more: Partial<Instance> = {}): Place[] =>
  Array.from({ length: count }, (_, i) => place([0, 0, i * step], axial, more));

describe('the relation of two places', () => {
  const elsewhere = { frameOfReferenceUid: 'there' };

  it('is that of their planes within one frame of reference', () => {
    expect(relationOf(place([0, 0, 0]), place([5, 5, 9])).kind).toBe('parallel');
    expect(relationOf(place([0, 0, 0]), place([0, 0, 0], sagittal)).kind).toBe('crossing');
    expect(relationOf(place([0, 0, 0]), place([0, 0, 0], [-1, 0, 0, 0, 1, 0])).kind).toBe('parallel');
  });

  it('takes what a second planning turns by as parallel, and more as crossing', () => {
    const turned = (degrees: number): Geometry['orientation'] => {
      const angle = (degrees * Math.PI) / 180;
      return [1, 0, 0, 0, Math.cos(angle), Math.sin(angle)];
    };
    expect(relationOf(place([0, 0, 0]), place([0, 0, 0], turned(4))).kind).toBe('parallel');
    expect(relationOf(place([0, 0, 0]), place([0, 0, 0], turned(6))).kind).toBe('crossing');
  });

  it('is none in another frame of reference, in none, or without a size at the patient', () => {
    const kinds = [
      elsewhere,
      { frameOfReferenceUid: '' },
      { geometry: null },
      { spacing: null },
      { spacing: { row: 1, column: 1, kind: 'detector' as const } },
    ].map((more) => relationOf(place([0, 0, 0]), place([0, 0, 9], axial, more)));
    expect(kinds.map(({ kind }) => kind)).toEqual(Array.from(kinds, () => 'apart'));
    expect(relationOf(place([0, 0, 0], axial, elsewhere), place([0, 0, 0])).kind).toBe('apart');
    const nowhere = { frameOfReferenceUid: '' };
    expect(relationOf(place([0, 0, 0], axial, nowhere), place([0, 0, 9], axial, nowhere)).kind).toBe('apart');
  });

  it('is that of an image with itself where its file does not say where it lies', () => {
    const radiograph = place([0, 0, 0], axial, { geometry: null });
    expect(relationOf(radiograph, radiograph).kind).toBe('same');
    expect(relationOf(radiograph, { ...radiograph, frame: 2 }).kind).toBe('apart');
    const [leader, now] = [
      { centre: [30, 40], scaleX: 3 },
      { centre: [50, 50], scaleX: 1 },
    ] as unknown as [Placement, Placement];
    expect(placementInStep(leader, radiograph, radiograph, now)).toEqual({ centre: [30, 40], scaleX: 3 });
  });
});

describe('scrolling in step', () => {
  const thick = stack(9, 10);

  it('goes to the slice that lies nearest, whichever way the stacks run', () => {
    expect(nearestIndex(place([0, 0, 41]), 2, thick, 0)).toBe(4);
    expect(nearestIndex(place([0, 0, 46]), 2, thick, 0)).toBe(5);
    expect(nearestIndex(place([0, 0, 46]), 2, thick.toReversed(), 0)).toBe(3);
    expect(nearestIndex(place([0, 0, 40]), 10, stack(50, 1), 0)).toBe(40);
  });

  it('stays where the other stack does not reach: half a step or half a slice beyond its end', () => {
    expect(nearestIndex(place([0, 0, 85]), 2, thick, 3)).toBe(8);
    expect(nearestIndex(place([0, 0, 86]), 2, thick, 3)).toBeNull();
    expect(nearestIndex(place([0, 0, -6]), 2, thick, 3)).toBeNull();
    expect(nearestIndex(place([0, 0, -6]), 2, stack(9, 10, { sliceThickness: 12 }), 3)).toBe(0);
  });

  it('keeps to the slice at hand among several at one position', () => {
    const times = [...stack(5, 2), ...stack(5, 2), ...stack(5, 2)];
    expect(nearestIndex(place([0, 0, 4]), 2, times, 8)).toBe(7);
    expect(nearestIndex(place([0, 0, 4]), 2, times, 13)).toBe(12);
  });

  it('never goes by position across orientations or frames of reference', () => {
    expect(nearestIndex(place([0, 0, 40], sagittal), 2, thick, 0)).toBeNull();
    expect(nearestIndex(place([0, 0, 40], axial, { frameOfReferenceUid: 'there' }), 2, thick, 0)).toBeNull();
  });

  it('measures from slice to slice by the ends of a stack', () => {
    expect(stepOf(thick)).toBe(10);
    expect(stepOf(stack(1, 10))).toBe(0);
    expect(stepOf([])).toBe(0);
  });
});

describe('a placement in step', () => {
  it('shows the same spot of the patient in the middle, at the same size in mm', () => {
    const fine = place([10, -20, 0], axial, { spacing: { row: 0.5, column: 0.5, kind: 'patient' } });
    const leader = { centre: [40.5, 30.5] as const, scaleX: 4, zoom: 1 };
    const now = { centre: [7, 8] as const, scaleX: 1, zoom: 1 };
    // Column 40 of 1 mm lies at 40 mm, which is column (40 − 10) / 0.5 = 60 of the other; row 30 at 30 mm: 100.
    expect(placementInStep(leader, place([0, 0, 0]), fine, now)).toEqual({
      centre: [60.5, 100.5],
      scaleX: 2,
    });
  });

  it('follows a picture that is turned in its plane', () => {
    const turned = place([99, 0, 0], [-1, 0, 0, 0, 1, 0]);
    const leader = { centre: [40.5, 30.5] as const, scaleX: 4, zoom: 1 };
    expect(placementInStep(leader, place([0, 0, 0]), turned, leader)).toEqual({
      centre: [59.5, 30.5],
      scaleX: 4,
    });
  });

  it('shows another orientation at the same size, about its own middle', () => {
    const leader = { centre: [40, 30] as const, scaleX: 4, zoom: 1 };
    const now = { centre: [7, 8] as const, scaleX: 1, zoom: 1 };
    const fine = place([0, 0, 0], sagittal, { spacing: { row: 0.5, column: 0.5, kind: 'patient' } });
    expect(placementInStep(leader, place([0, 0, 0]), fine, now)).toEqual({ centre: [7, 8], scaleX: 2 });
  });

  it('is none across frames of reference', () => {
    const there = place([0, 0, 0], axial, { frameOfReferenceUid: 'there' });
    const leader = { centre: [0, 0] as const, scaleX: 1, zoom: 1 };
    expect(placementInStep(leader, place([0, 0, 0]), there, leader)).toBeNull();
  });
});

describe('a spot in the patient', () => {
  const spot = (z: number, frameOfReferenceUid = 'here') => ({
    place: [3, 4, z] as const,
    frameOfReferenceUid,
  });

  it('lies in the slice whose plane is nearest, or in none', () => {
    expect(indexThrough(spot(34), stack(9, 10), 0)).toBe(3);
    expect(indexThrough(spot(86), stack(9, 10), 0)).toBeNull();
    expect(indexThrough(spot(34, 'there'), stack(9, 10), 0)).toBeNull();
  });
});

describe('a reference line', () => {
  it('is where the plane of the active picture cuts the other', () => {
    // Sagittal: columns run to the back (y), rows to the feet (−z) from z = 60.
    const on = place([50, 0, 60], sagittal);
    const [from, to] = referenceLine(on, place([0, 0, 20]))!;
    expect([from[1], to[1]]).toEqual([40.5, 40.5]);
    expect([from[0], to[0]].sort((a, b) => a - b)).toEqual([0, 100]);
  });

  it('is none between parallel planes, or across frames of reference', () => {
    expect(referenceLine(place([0, 0, 0]), place([0, 0, 9]))).toBeNull();
    const there = place([50, 0, 60], sagittal, { frameOfReferenceUid: 'there' });
    expect(referenceLine(there, place([0, 0, 20]))).toBeNull();
  });
});
