import type { Measurement, MeasurementKind, Slice } from '../../preload/vocabulary';
import { areaOf, type Shape } from './area';
import { type Axes, diameters } from './bidirectional';
import { angleText, areaText, averageText, lengthFigure, lengthText, unitText, valueText } from './figures';
import { angleAt, cobbAngle, lengthOf } from './lines';
import { rememberedStatistics } from './remembered';
import type { Point, Scale } from './scale';
import type { Statistics } from './statistics';

/** What a measurement is measured on; the slice is null where its pixels are not at hand. */
export interface Ground {
  readonly scale: Scale;
  readonly slice: Slice | null;
}

type Wording = (measurement: Measurement, ground: Ground) => readonly string[];

/** The names of the kinds as a reader knows them. */
export const kindNames: Readonly<Record<MeasurementKind, string>> = {
  length: 'Length',
  angle: 'Angle',
  cobb: 'Cobb angle',
  bidirectional: 'Axes',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  freehand: 'Freehand',
  probe: 'Probe',
  arrow: 'Arrow',
};

/** The shape inside which a measurement counts pixels; null where it is none. */
export function shapeOf({ kind, points }: Pick<Measurement, 'kind' | 'points'>): Shape | null {
  if (kind === 'rectangle' || kind === 'ellipse') return { shape: kind, points };
  return kind === 'freehand' ? { shape: 'polygon', points } : null;
}

const length: Wording = ({ points: [a, b] }, { scale }) => {
  if (!a || !b) return [];
  if (scale.hasLengths) return [lengthText(lengthOf(a, b, scale), scale)];
  const [columns, rows] = [Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])];
  return [`${columns.toFixed(1)} columns × ${rows.toFixed(1)} rows`];
};

const angle: Wording = ({ points: [end, vertex, other] }, { scale }) =>
  end && vertex && other ? [`Angle ${angleText(angleAt(end, vertex, other, scale))}`] : [];

const cobb: Wording = ({ points: [a, b, c, d] }, { scale }) =>
  a && b && c && d ? [`Cobb ${angleText(cobbAngle([a, b, c, d], scale))}`] : [];

const bidirectional: Wording = ({ points }, ground) => {
  if (points.length < 4) return [];
  if (!ground.scale.hasLengths) return ['No lengths: only the pixels’ aspect ratio is known'];
  const [long, short] = diameters(points as unknown as Axes, ground.scale);
  return [`${lengthFigure(long)} × ${lengthText(short, ground.scale)}`];
};

/** Area, then the values inside, in the slice's unit; of colour the luminance. */
export function shapeWording(shape: Shape, { scale, slice }: Ground): string[] {
  const area = `A ${areaText(areaOf(shape, scale), scale)}`;
  if (!slice) return [area];
  const statistics = rememberedStatistics(shape, slice);
  return [area, ...(statistics ? valuesWording(statistics, slice) : ['no pixel’s centre is inside'])];
}

function valuesWording({ mean, deviation, minimum, maximum }: Statistics, slice: Slice): string[] {
  const unit = slice.samples === 3 ? 'luminance' : unitText(slice.unit);
  return [
    `mean ${averageText(mean, slice)}${unit && ` ${unit}`} · SD ${averageText(deviation, slice)}`,
    `min ${valueText(minimum)} · max ${valueText(maximum)}`,
  ];
}

const inside: Wording = (measurement, ground) => shapeWording(shapeOf(measurement)!, ground);

const probe: Wording = ({ points: [point] }, { slice }) => {
  if (!point) return [];
  const [column, row] = point.map(Math.floor) as unknown as Point;
  const place = `(${column + 1}, ${row + 1})`;
  if (!slice) return [place];
  const at = (row * slice.columns + column) * slice.samples;
  const values = Array.from(slice.pixels.subarray(at, at + slice.samples), valueText);
  const value =
    slice.samples === 3 ? `RGB ${values.join(' ')}` : `${values[0]} ${unitText(slice.unit)}`.trim();
  return [value, place];
};

const wordings: Readonly<Record<MeasurementKind, Wording>> = {
  length,
  angle,
  cobb,
  bidirectional,
  rectangle: inside,
  ellipse: inside,
  freehand: inside,
  probe,
  arrow: () => [],
};

/** The kinds whose figures say what they are. */
const speaksForItself: readonly MeasurementKind[] = ['angle', 'cobb', 'arrow'];

/** A measurement in one line, for a list: what it is, or what was written beside it, and its figures where they are few. */
export function titleOf(measurement: Measurement, ground: Ground): string {
  const { kind, text } = measurement;
  if (shapeOf(measurement)) return text || kindNames[kind];
  const figures = wordings[kind](measurement, ground).join(' · ');
  const name = text || (figures && speaksForItself.includes(kind) ? '' : kindNames[kind]);
  return [name, figures].filter(Boolean).join(text ? ' · ' : ' ');
}

/** What a measurement says, line by line: its figures, then what a person wrote beside it. */
export function wordingOf(measurement: Measurement, ground: Ground): readonly string[] {
  const figures = wordings[measurement.kind](measurement, ground);
  return measurement.text ? [...figures, measurement.text] : figures;
}
