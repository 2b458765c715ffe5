import { describe, expect, it } from 'vitest';
import { click, dragOver, fakeContext } from '../../testing/fake-context';
import { cobbTool } from './cobb';
import { editTool } from './edit';
import { distanceFrom } from './hit';
import { freehandTool } from './freehand';
import { lengthTool } from './length';
import { measureEllipseTool } from './measure-ellipse';
import { probeTool } from './probe';
import { rectangleTool } from './rectangle';

describe('select and edit', () => {
  it('takes a line near it, and moves it as far as the image reaches', async () => {
    const { context, regions } = await fakeContext();
    dragOver(lengthTool, context, [
      [10, 10],
      [30, 10],
    ]);
    click(editTool, context, [60, 60]);
    expect(regions.selected).toBe('');
    dragOver(editTool, context, [
      [20, 11],
      [20, 3],
      [25, -20],
    ]);
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [15, 0],
          [35, 0],
        ],
      },
    ]);
    regions.undo();
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [30, 10],
        ],
      },
    ]);
  });

  it('takes one end of what is selected', async () => {
    const { context, regions } = await fakeContext();
    dragOver(cobbTool, context, [
      [10, 10],
      [50, 10],
    ]);
    dragOver(cobbTool, context, [
      [10, 60],
      [50, 60],
    ]);
    dragOver(editTool, context, [
      [50, 60],
      [50, 80],
    ]);
    expect(regions.measurements[0]!.points).toEqual([
      [10, 10],
      [50, 10],
      [10, 60],
      [50, 80],
    ]);
  });

  it('takes a line before the region under it, and the smallest of the shapes around', async () => {
    const { context, regions } = await fakeContext();
    dragOver(rectangleTool, context, [
      [0, 0],
      [90, 90],
    ]);
    dragOver(measureEllipseTool, context, [
      [30, 30],
      [60, 60],
    ]);
    dragOver(lengthTool, context, [
      [40, 40],
      [80, 40],
    ]);
    const [region] = regions.all;
    const [ellipse, line] = regions.measurements;
    const taken = [
      [70, 40.5],
      [45, 50],
      [80, 80],
      [95, 95],
    ].map((point) => {
      click(editTool, context, point as [number, number]);
      return regions.selected;
    });
    expect(taken).toEqual([line!.id, ellipse!.id, region!.id, '']);
  });

  it('moves a probe from pixel to pixel', async () => {
    const { context, regions } = await fakeContext();
    click(probeTool, context, [10, 10]);
    dragOver(editTool, context, [
      [10.6, 10.4],
      [12.2, 30.9],
    ]);
    expect(regions.measurements).toMatchObject([{ points: [[12.5, 30.5]] }]);
  });

  it('moves an outline drawn freely as a whole', async () => {
    const { context, regions } = await fakeContext();
    const round = Array.from({ length: 60 }, (_, i): [number, number] => [
      Math.round(50 + 20 * Math.cos(i / 10)),
      Math.round(50 + 20 * Math.sin(i / 10)),
    ]);
    dragOver(freehandTool, context, round);
    expect(regions.all).toMatchObject([{ shape: 'polygon', kind: 'lesion' }]);
    const before = regions.all[0]!.points;
    dragOver(editTool, context, [
      [50, 50],
      [55, 50],
    ]);
    const moved = regions.all[0]!.points;
    expect(moved.map(([c, r]) => [c - 5, r])).toEqual(before);
  });

  it('begins to write beside a measurement at a double click', async () => {
    const { context, regions } = await fakeContext();
    dragOver(lengthTool, context, [
      [10, 10],
      [30, 10],
    ]);
    editTool.finish!(context);
    expect(regions.typing).toBe(regions.measurements[0]!.id);
  });
});

it('distanceFrom is that of the stretch, not of the line', () => {
  expect(distanceFrom([5, 3], [0, 0], [10, 0])).toBe(3);
  expect(distanceFrom([13, 4], [0, 0], [10, 0])).toBe(5);
  expect(distanceFrom([3, 4], [0, 0], [0, 0])).toBe(5);
});
