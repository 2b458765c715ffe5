import { describe, expect, it } from 'vitest';
import { click, dragOver, fakeContext, spotAt } from '../../testing/fake-context';
import { angleTool } from './angle';
import { arrowTool } from './arrow';
import { bidirectionalTool } from './bidirectional';
import { cobbTool } from './cobb';
import { lengthTool } from './length';
import { magnifierTool } from './magnifier';
import { measureEllipseTool } from './measure-ellipse';
import { measureFreehandTool } from './measure-freehand';
import { probeTool } from './probe';

describe('a line', () => {
  it('is drawn by a drag, shown while it is drawn, and kept at its end', async () => {
    const { context, regions } = await fakeContext();
    const gesture = lengthTool.begin(context, spotAt(context, [10, 10]))!;
    gesture.move(spotAt(context, [20, 30]));
    expect(regions.measurements).toMatchObject([
      {
        kind: 'length',
        points: [
          [10, 10],
          [20, 30],
        ],
      },
    ]);
    expect(regions.canUndo).toBe(false);
    gesture.end();
    expect(regions.canUndo).toBe(true);
    expect(regions.selected).toBe(regions.measurements[0]!.id);
    regions.undo();
    expect(regions.measurements).toEqual([]);
  });

  it('is drawn by two clicks, the end following the pointer between them', async () => {
    const { context, regions } = await fakeContext();
    click(lengthTool, context, [10, 10]);
    lengthTool.hover!(context, spotAt(context, [40, 15]));
    expect(regions.measurementDraft?.points).toEqual([
      [10, 10],
      [40, 15],
    ]);
    expect(regions.canUndo).toBe(false);
    click(lengthTool, context, [50, 10]);
    expect(regions.measurementDraft).toBeNull();
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [50, 10],
        ],
      },
    ]);
  });

  it('is given up by Escape, a cancelled drag, and a double click on one place', async () => {
    const { context, regions } = await fakeContext();
    click(lengthTool, context, [10, 10]);
    expect(lengthTool.cancel!(context)).toBe(true);
    expect(lengthTool.cancel!(context)).toBe(false);
    const gesture = lengthTool.begin(context, spotAt(context, [10, 10]))!;
    gesture.move(spotAt(context, [30, 30]));
    gesture.cancel();
    click(lengthTool, context, [10, 10]);
    click(lengthTool, context, [10, 10]);
    lengthTool.finish!(context);
    expect(regions.measurements).toEqual([]);
    expect(regions.canUndo).toBe(false);
  });

  it('ends where the pointer is at Enter', async () => {
    const { context, regions } = await fakeContext();
    click(lengthTool, context, [10, 10]);
    lengthTool.hover!(context, spotAt(context, [40, 15]));
    lengthTool.finish!(context);
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [40, 15],
        ],
      },
    ]);
  });

  it('just drawn is taken by its end instead of beginning another', async () => {
    const { context, regions } = await fakeContext();
    dragOver(lengthTool, context, [
      [10, 10],
      [20, 30],
    ]);
    dragOver(lengthTool, context, [
      [20, 30],
      [25, 40],
    ]);
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [25, 40],
        ],
      },
    ]);
    regions.undo();
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [20, 30],
        ],
      },
    ]);
  });
});

describe('an angle', () => {
  it('is a drag to the vertex and a click', async () => {
    const { context, regions } = await fakeContext();
    dragOver(angleTool, context, [
      [10, 10],
      [10, 20],
      [10, 30],
    ]);
    expect(regions.canUndo).toBe(false);
    click(angleTool, context, [40, 30]);
    expect(regions.measurements).toMatchObject([
      {
        kind: 'angle',
        points: [
          [10, 10],
          [10, 30],
          [40, 30],
        ],
      },
    ]);
  });

  it('is three clicks just as well', async () => {
    const { context, regions } = await fakeContext();
    for (const point of [
      [10, 10],
      [10, 30],
      [40, 30],
    ] as const)
      click(angleTool, context, point);
    expect(regions.measurements).toMatchObject([
      {
        points: [
          [10, 10],
          [10, 30],
          [40, 30],
        ],
      },
    ]);
  });
});

it('a Cobb angle is two drags', async () => {
  const { context, regions } = await fakeContext();
  dragOver(cobbTool, context, [
    [10, 10],
    [50, 12],
  ]);
  cobbTool.hover!(context, spotAt(context, [30, 40]));
  expect(regions.measurementDraft?.points).toHaveLength(3);
  dragOver(cobbTool, context, [
    [10, 60],
    [30, 65],
    [50, 70],
  ]);
  expect(regions.measurements).toMatchObject([
    {
      kind: 'cobb',
      points: [
        [10, 10],
        [50, 12],
        [10, 60],
        [50, 70],
      ],
    },
  ]);
});

it('a long axis has its short one at a right angle of the body, and keeps it when an end is moved', async () => {
  const { context, regions } = await fakeContext();
  dragOver(bidirectionalTool, context, [
    [10, 10],
    [50, 10],
  ]);
  expect(regions.measurements[0]!.points).toEqual([
    [10, 10],
    [50, 10],
    [30, 15],
    [30, 5],
  ]);
  dragOver(bidirectionalTool, context, [
    [30, 15],
    [34, 18],
  ]);
  expect(regions.measurements).toHaveLength(1);
  expect(regions.measurements[0]!.points).toEqual([
    [10, 10],
    [50, 10],
    [34, 18],
    [34, 5],
  ]);
});

describe('a shape', () => {
  it('needs width and height', async () => {
    const { context, regions } = await fakeContext();
    dragOver(measureEllipseTool, context, [
      [10, 10],
      [50, 10.2],
    ]);
    expect(regions.measurements).toEqual([]);
    dragOver(measureEllipseTool, context, [
      [10, 10],
      [50, 30],
    ]);
    expect(regions.measurements).toMatchObject([
      {
        kind: 'ellipse',
        points: [
          [10, 10],
          [50, 30],
        ],
      },
    ]);
  });

  it('drawn freely closes by itself, without the steps that are too small to see', async () => {
    const { context, regions } = await fakeContext();
    dragOver(measureFreehandTool, context, [
      [10, 10],
      [10.1, 10],
      [40, 10],
      [40, 40],
      [10, 40],
    ]);
    expect(regions.measurements).toMatchObject([
      {
        kind: 'freehand',
        points: [
          [10, 10],
          [40, 10],
          [40, 40],
          [10, 40],
        ],
      },
    ]);
    dragOver(measureFreehandTool, context, [
      [10, 10],
      [12, 10],
      [14, 10],
    ]);
    expect(regions.measurements).toHaveLength(1);
  });
});

it('a probe takes the centre of the pixel, of the last one at the far edge', async () => {
  const { context, regions } = await fakeContext();
  click(probeTool, context, [10.9, 3.1]);
  dragOver(probeTool, context, [
    [20, 20],
    [100, 100],
  ]);
  expect(regions.measurements.map(({ points }) => points)).toEqual([[[10.5, 3.5]], [[99.5, 99.5]]]);
});

it('an arrow asks for its text', async () => {
  const { context, regions } = await fakeContext();
  dragOver(arrowTool, context, [
    [10, 10],
    [30, 30],
  ]);
  const [arrow] = regions.measurements;
  expect(regions.typing).toBe(arrow!.id);
  regions.setText(arrow!.id, 'here');
  expect(regions.measurements[0]!.text).toBe('here');
});

it('what was begun on one frame is not gone on with on another', async () => {
  const { context, regions } = await fakeContext();
  click(lengthTool, context, [10, 10]);
  const other = { ...context, pane: { ...context.pane, slice: { ...context.pane.slice!, frame: 2 } } };
  dragOver(lengthTool, other as typeof context, [
    [1, 1],
    [9, 9],
  ]);
  expect(regions.measurements).toMatchObject([
    {
      frame: 2,
      points: [
        [1, 1],
        [9, 9],
      ],
    },
  ]);
});

it('the magnifier is there as long as the button is held', async () => {
  const { context, workplace } = await fakeContext();
  const gesture = magnifierTool.begin(context, spotAt(context, [10, 10]))!;
  gesture.move(spotAt(context, [12, 10]));
  expect(workplace.loupe).toEqual({ paneId: 0, spot: spotAt(context, [12, 10]) });
  gesture.end();
  expect(workplace.loupe).toBeNull();
});
