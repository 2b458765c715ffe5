import type { Measurement, MeasurementKind, ReportContent, Slice } from '../../preload/vocabulary';
import { areaOf } from '../../renderer/measure/area';
import { type Axes, diameters } from '../../renderer/measure/bidirectional';
import { unitText } from '../../renderer/measure/figures';
import { angleAt, cobbAngle, lengthOf } from '../../renderer/measure/lines';
import { type Scale, scaleOf } from '../../renderer/measure/scale';
import { statisticsOf } from '../../renderer/measure/statistics';
import { type Ground, kindNames, shapeOf, wordingOf } from '../../renderer/measure/wording';

/** A figure for a machine. */
export interface Figure {
  readonly name: string;
  /** Not rounded; null where there is none, such as the angle at a vertex on which an end lies. */
  readonly value: number | null;
  readonly unit: string;
  /** True where the unit is mm of the detector, not of the body. */
  readonly atDetector?: boolean;
}

/** A line of the report's table: the number on the picture, the kind, the window's own words, and what a person wrote. */
export interface MeasuredRow {
  readonly number: number;
  readonly kind: string;
  readonly figures: string;
  readonly text: string;
}

const groundOf = ({ instance, slice }: ReportContent): Ground => ({
  scale: scaleOf(instance.spacing),
  slice,
});

/** The measurements as the report's table says them, figures worded as in the window; none where nothing was measured. */
export function measuredRows(content: ReportContent): MeasuredRow[] {
  const ground = groundOf(content);
  return content.measurements.map((one, index) => ({
    number: index + 1,
    kind: kindNames[one.kind],
    figures: wordingOf({ ...one, text: '' }, ground).join(' · '),
    text: one.text,
  }));
}

type Numbers = (points: Measurement['points'], scale: Scale, slice: Slice) => readonly Figure[];

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const inMm = (name: string, value: number, { unit, atDetector }: Scale): Figure =>
  unit === 'mm' ? { name, value, unit, atDetector } : { name, value, unit };

const length: Numbers = ([a, b], scale) =>
  scale.hasLengths
    ? [inMm('length', lengthOf(a!, b!, scale), scale)]
    : [
        { name: 'columns', value: Math.abs(b![0] - a![0]), unit: 'px' },
        { name: 'rows', value: Math.abs(b![1] - a![1]), unit: 'px' },
      ];

const bidirectional: Numbers = (points, scale) => {
  if (!scale.hasLengths) return [];
  const [long, short] = diameters(points as unknown as Axes, scale);
  return [inMm('long axis', long, scale), inMm('short axis', short, scale)];
};

const probe: Numbers = ([point], _scale, { pixels, columns, samples, unit }) => {
  const at = (Math.floor(point![1]) * columns + Math.floor(point![0])) * samples;
  const names = samples === 3 ? ['red', 'green', 'blue'] : ['value'];
  return names.map((name, sample) => ({
    name,
    value: finite(pixels[at + sample] ?? Number.NaN),
    unit: samples === 3 ? '' : unitText(unit),
  }));
};

const numbers: Readonly<Partial<Record<MeasurementKind, Numbers>>> = {
  length,
  bidirectional,
  probe,
  angle: ([end, vertex, other], scale) => [
    { name: 'angle', value: finite(angleAt(end!, vertex!, other!, scale)), unit: '°' },
  ],
  cobb: ([a, b, c, d], scale) => [
    { name: 'Cobb angle', value: finite(cobbAngle([a!, b!, c!, d!], scale)), unit: '°' },
  ],
};

/** The figures of a measurement as numbers with their units; of an arrow none. */
export function figuresOf(measurement: Measurement, content: ReportContent): readonly Figure[] {
  const scale = scaleOf(content.instance.spacing);
  if (shapeOf(measurement)) return insideOf(measurement, scale, content.slice);
  return numbers[measurement.kind]?.(measurement.points, scale, content.slice) ?? [];
}

/** Area and the values inside; of colour the luminance. */
function insideOf(measurement: Measurement, scale: Scale, slice: Slice): readonly Figure[] {
  const shape = shapeOf(measurement)!;
  const area = inMm('area', areaOf(shape, scale), scale);
  const statistics = statisticsOf(shape, slice);
  const unit = slice.samples === 3 ? 'luminance' : unitText(slice.unit);
  const values = statistics ? Object.entries(statistics) : [];
  return [
    { ...area, unit: `${area.unit}²` },
    ...values.map(([name, value]) => ({ name, value: finite(value), unit: name === 'pixels' ? '' : unit })),
  ];
}
