import type {
  Explanation,
  MetricValue,
  ReportContent,
  Slice,
  VerdictKind,
  Window,
} from '../../preload/vocabulary';
import { classNames } from './scores';
import { date, moment, percent, raw, setting, time } from './wording';

/** A line of a table: what it is, and what it is here. */
export type Row = readonly [label: string, value: string];

const stated = (rows: readonly Row[]): Row[] => rows.filter(([, value]) => value.trim() !== '');

/** Who and which picture. */
export function studyRows({ study, series, instance, slice }: ReportContent): {
  patient: Row[];
  study: Row[];
} {
  const frame = instance.numberOfFrames > 1 ? `frame ${slice.frame} of ${instance.numberOfFrames}` : '';
  const number = instance.instanceNumber === null ? '' : `image ${instance.instanceNumber}`;
  const seriesName = [series.seriesNumber === null ? '' : `${series.seriesNumber}`, series.seriesDescription];
  return {
    patient: stated([
      ['Patient', study.patientName || 'no name in the file'],
      ['Patient ID', study.patientId || 'none in the file'],
      ['Born', date(study.patientBirthDate)],
      ['Sex', study.patientSex],
      ['Accession', study.accessionNumber],
    ]),
    study: stated([
      [
        'Study',
        [study.studyDescription, date(study.studyDate), time(study.studyTime)].filter(Boolean).join(', '),
      ],
      ['Series', [series.modality, series.bodyPartExamined, ...seriesName].filter(Boolean).join(', ')],
      ['Image', [number, frame, `${slice.columns} × ${slice.rows} pixels`].filter(Boolean).join(', ')],
      ['SOP instance', slice.sopInstanceUid],
    ]),
  };
}

/** The model's card, its digest included. */
export function modelRows({ model, explanation }: ReportContent): Row[] {
  const measured = model.metrics.map(({ name, value, data }) => `${name} ${raw(value)} (${data})`).join('; ');
  return stated([
    ['Model', `${model.name} ${model.version}`],
    ['Intended use', model.intendedUse],
    ['Input', `${model.inputShape.join(' × ')}; ${model.preparation}`],
    ['Classes', `${classNames(model.classes)} (${model.output})`],
    ['Format', model.format],
    ['Training data', model.trainingData],
    ['Measured', measured],
    ['Limits', model.limits],
    ['Provenance', model.provenance],
    ['Weights SHA-256', model.weightsSha256],
    [
      'Time',
      `forward ${raw(explanation.milliseconds.forward)} ms, explanation ${raw(explanation.milliseconds.explain)} ms`,
    ],
  ]);
}

/** How the map was made and how it is shown. */
export function methodRows({ method, explanation, display, slice }: ReportContent): Row[] {
  const parameters = Object.entries(explanation.parameters).map(([name, value]) => `${name} = ${value}`);
  const [column, row, width, height] = explanation.seen.map((value) => Math.round(value));
  const { overlay } = display;
  return stated([
    ['Method', `${method.name}. ${method.reference}`],
    ['Negative control', method.family === 'control' ? controlNote : ''],
    ['It answers', method.answers],
    ['It costs', method.costs],
    ['It misleads', method.misleads],
    ['Parameters', parameters.join(', ')],
    ...(method.family === 'control' ? [] : [classRow(explanation)]),
    placeRow(explanation),
    ['Peak of the map', `${raw(explanation.map.peak)} ${explanation.unit}`],
    ['The model saw', `${width} × ${height} pixels from column ${column}, row ${row}`],
    ['Display', displayText(display, slice)],
    [
      'Overlay',
      `${overlay.style}, ${overlay.colourMap}, opacity ${percent(overlay.opacity)}, ` +
        `drawn from ${percent(overlay.threshold)} of the peak`,
    ],
  ]);
}

/** What is said of a map that knows nothing of the model. */
const controlNote =
  'This map does not know the model: it is here to compare other maps with, and explains nothing.';

/** What was explained: a class alone, or one less another, with the indices that a machine knows them by. */
function classRow({ classLabel, classIndex, against }: Explanation): Row {
  if (against === null) return ['Class', `${classLabel} (index ${classIndex})`];
  return ['Difference', `${classLabel} (index ${classIndex} less index ${against})`];
}

/** Where the map lies: on the grid of one layer or of several that were fused, or on the input's pixels. */
function placeRow({ layer, layers, grid }: Explanation): Row {
  const size = grid.join(' × ');
  if (layers.length === 0) return ['Grid', layer === 'input' ? `${size}, the pixels of the input` : ''];
  return [layers.length > 1 ? 'Layers, fused' : 'Layer', `${layer}, grid ${size}`];
}

/** How the slice under the map is shown. */
function displayText(
  { window, invert, overlaysShown }: ReportContent['display'],
  { overlays }: Slice,
): string {
  const count = overlaysShown ? overlays.length : 0;
  const drawn = `${count} overlay plane${count > 1 ? 's' : ''} of the file drawn`;
  return [windowText(window), invert ? 'inverted' : '', count > 0 ? drawn : ''].filter(Boolean).join(', ');
}

function windowText(window: Window | null): string {
  if (!window) return 'as stored';
  const { center, width, explanation, voiLutFunction, lut } = window;
  if (lut) {
    const name = explanation && explanation !== 'VOI LUT' ? ` “${explanation}”` : '';
    return `VOI LUT${name} of the file, ${lut.entries.length} entries of ${lut.bits} bits from ${setting(lut.first)} on`;
  }
  const how = voiLutFunction ? ` (${voiLutFunction})` : '';
  return `window centre ${setting(center)}, width ${setting(width)}${how}`;
}

/** What the software was. */
export function softwareRows({ software, createdAt, explanation }: ReportContent): Row[] {
  return [
    ...Object.entries(software).map(([name, version]): Row => [name, version]),
    ['Report made', moment(createdAt)],
    ['Explanation', explanation.id],
  ];
}

/** A figure as it is printed: its value and its chance level. */
export function figureTexts({ unit, value, chance }: MetricValue): readonly [value: string, chance: string] {
  const text = (number: number) => (unit === 'ratio' ? `${raw(number)} ×` : percent(number));
  const hit = unit === 'hit' && (value === 0 || value === 1);
  const measured = hit ? (value === 1 ? 'yes' : 'no') : value === null ? 'n/a' : text(value);
  return [measured, chance === null ? '–' : text(chance)];
}

/** What stands under the middle of the colour bar. */
export function scaleNote({ display, explanation }: ReportContent): string {
  const { peak } = explanation.map;
  if (!(peak > 0)) return 'no positive evidence: nothing is drawn';
  return `drawn from ${raw(display.overlay.threshold * peak)} on; raw scale, unit ${explanation.unit}`;
}

/** The verdict's colour on paper; its name always stands beside it. */
export const verdictColours: Readonly<Record<VerdictKind, string>> = {
  lesion: '#1a7f5a',
  artefact: '#b3541e',
  mixed: '#8a6d00',
  elsewhere: '#56606b',
  none: '#56606b',
  control: '#56606b',
};

/** What every page says at its foot. */
export function footing({ study, model }: ReportContent): string {
  const demonstration = /demonstration|phantom|synthetic/i.test(
    [study.studyDescription, study.patientName, study.patientId, model.intendedUse].join(' '),
  );
  const base = 'Research use only. Not a medical device, not for diagnosis.';
  return demonstration ? `Demonstration data: no patient. ${base}` : base;
}
