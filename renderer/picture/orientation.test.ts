import { expect, it } from 'vitest';
import type { Geometry } from '../../preload/vocabulary';
import { edgeLetters } from './orientation';

const of = (...orientation: [number, number, number, number, number, number]): Geometry => ({
  position: [0, 0, 0],
  orientation,
});

it('names the edges of axial, coronal and sagittal slices', () => {
  expect(edgeLetters(of(1, 0, 0, 0, 1, 0), null)).toEqual({ left: 'R', right: 'L', top: 'A', bottom: 'P' });
  expect(edgeLetters(of(1, 0, 0, 0, 0, -1), null)).toEqual({ left: 'R', right: 'L', top: 'H', bottom: 'F' });
  expect(edgeLetters(of(0, 1, 0, 0, 0, -1), null)).toEqual({ left: 'A', right: 'P', top: 'H', bottom: 'F' });
});

it('gives an oblique slice two letters, the stronger first, and ignores a slight tilt', () => {
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  expect(edgeLetters(of(cos, sin, 0, 0, 0, -1), null).right).toBe('LP');
  expect(edgeLetters(of(cos, sin, 0, 0, 0, -1), null).left).toBe('RA');
  const slight = (5 * Math.PI) / 180;
  expect(edgeLetters(of(Math.cos(slight), Math.sin(slight), 0, 0, 0, -1), null).right).toBe('L');
});

it('falls back to PatientOrientation, then to nothing', () => {
  expect(edgeLetters(null, ['L', 'F'])).toEqual({ left: 'R', right: 'L', top: 'H', bottom: 'F' });
  expect(edgeLetters(null, null)).toEqual({ left: '', right: '', top: '', bottom: '' });
});
