import { expect, it } from 'vitest';
import { numbered } from './numbered';
import { measuredContent } from './testing/measured';

const size = () => ({ width: 10, height: 10 });
const rectangle = (c0: number, r0: number, c1: number, r1: number) =>
  ({
    kind: 'rectangle',
    points: [
      [c0, r0],
      [c1, r1],
    ],
  }) as const;

it('puts each number beside its own measurement and on nothing else that is measured', () => {
  // The second lies to the right of the first, where the first one's number would stand.
  const content = measuredContent([rectangle(50, 50, 100, 100), rectangle(105, 40, 200, 110)]);
  const [first, second] = numbered(content, { width: 256, height: 256 }, size);
  expect(first).toMatchObject({ number: 1, place: { x: 30, y: 70 } });
  expect(second).toMatchObject({ number: 2, place: { x: 210, y: 70 } });
});

it('puts the number of an arrow at its tail, and draws to the canvas', () => {
  const arrow = {
    kind: 'arrow',
    points: [
      [64, 64],
      [64, 128],
    ],
  } as const;
  const [only] = numbered(measuredContent([arrow]), { width: 512, height: 256 }, size);
  expect(only!.path).toContain('M128.0,64.0L128.0,128.0');
  expect(only!.place).toMatchObject({ x: 138, y: 123 });
});
