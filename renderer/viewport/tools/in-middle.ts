import type { Measurement, MeasurementKind, Slice } from '../../../preload/vocabulary';
import { axesFrom } from '../../measure/bidirectional';
import type { Scale } from '../../measure/scale';
import { newMeasurement } from '../../state/new-measurement';
import type { Point } from '../affine';
import { pixelCentre } from './measurement-handles';
import type { ToolId } from './tool-id';

/** Part of the image that a measurement put down by a key takes. */
const part = 0.2;

/** What the tools measure; those that are not here measure nothing. */
const kinds: Readonly<Partial<Record<ToolId, MeasurementKind>>> = {
  length: 'length',
  bidirectional: 'bidirectional',
  angle: 'angle',
  cobb: 'cobb',
  'measure-ellipse': 'ellipse',
  'measure-rectangle': 'rectangle',
  'measure-freehand': 'freehand',
  probe: 'probe',
  arrow: 'arrow',
};

/** A measurement in the middle of a slice, to begin with where there is no mouse; null for a tool that measures nothing. */
export function measurementInMiddle(id: ToolId, slice: Slice, scale: Scale): Measurement | null {
  const kind = kinds[id];
  return kind ? newMeasurement(slice, kind, pointsOf(kind, slice, scale)) : null;
}

function pointsOf(kind: MeasurementKind, slice: Slice, scale: Scale): readonly Point[] {
  const at = (x: number, y: number): Point => [
    slice.columns * (0.5 + x * part * 0.5),
    slice.rows * (0.5 + y * part * 0.5),
  ];
  const [upperLeft, upperRight, lowerRight, lowerLeft] = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
  const [left, right] = [at(-1, 0), at(1, 0)];
  const points: Readonly<Record<MeasurementKind, readonly Point[]>> = {
    length: [left, right],
    arrow: [at(0, 0), lowerRight],
    angle: [upperRight, lowerLeft, lowerRight],
    cobb: [upperLeft, upperRight, lowerLeft, lowerRight],
    bidirectional: axesFrom(left, right, scale),
    rectangle: [upperLeft, lowerRight],
    ellipse: [upperLeft, lowerRight],
    freehand: [upperLeft, upperRight, lowerRight, lowerLeft],
    probe: [pixelCentre(at(0, 0), slice)],
  };
  return points[kind];
}
