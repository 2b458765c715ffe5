import { expect, it } from 'vitest';
import { scaleOf } from '../../measure/scale';
import { type Ground, wordingOf } from '../../measure/wording';
import { fakeContext } from '../../testing/fake-context';
import { measurementInMiddle } from './in-middle';
import { toolsOf } from './index';

it('every tool that measures puts its measurement in the middle by key, with figures', async () => {
  const { context } = await fakeContext();
  const pixels = new Int16Array(100 * 100);
  const slice = { ...context.pane.slice!, samples: 1, unit: 'HU', pixels } as const;
  const ground: Ground = { scale: scaleOf({ row: 1, column: 0.5, kind: 'patient' }), slice };
  const said = toolsOf('measure').map(({ id }) => {
    const measurement = measurementInMiddle(id, slice, ground.scale)!;
    expect(
      measurement.points.flat().every((value) => value >= 39 && value <= 61),
      id,
    ).toBe(true);
    return wordingOf(measurement, ground)[0];
  });
  expect(said).toEqual([
    '10.0 mm',
    '10.0 × 5.0 mm',
    'Angle 63.4°',
    'Cobb 0.0°',
    'A 157 mm²',
    'A 200 mm²',
    'A 200 mm²',
    '0 HU',
    undefined,
  ]);
  expect(measurementInMiddle('pan', slice, ground.scale)).toBeNull();
});
