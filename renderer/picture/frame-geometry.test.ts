import { expect, it } from 'vitest';
import type { Geometry } from '../../preload/vocabulary';
import { alongNormal, geometryOfFrame } from './frame-geometry';

const axial = (z: number): Geometry => ({ position: [3, 4, z], orientation: [1, 0, 0, 0, 1, 0] });

it('is that of the frame where frames lie apart, else that of the instance', () => {
  const frames = [axial(1), null, axial(9)];
  expect(geometryOfFrame({ geometry: axial(1), frameGeometry: frames }, 3)).toEqual(axial(9));
  expect(geometryOfFrame({ geometry: axial(1), frameGeometry: frames }, 2)).toBeNull();
  expect(geometryOfFrame({ geometry: axial(1), frameGeometry: null }, 3)).toEqual(axial(1));
});

it('is measured along the normal, whatever its direction', () => {
  expect(alongNormal(axial(-42.5))).toBe(-42.5);
  expect(alongNormal({ position: [1, -7, 3], orientation: [1, 0, 0, 0, 0, -1] })).toBe(-7);
});
