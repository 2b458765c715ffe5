import type { ReportContent, Window } from '../../preload/vocabulary';
import { limitsOf } from './about-map';
import type { Format } from './format';
import { figuresOf } from './measured';

/** Name and version of the layout; a reader checks it before it reads on. */
export const schema = 'sightline-report/1';

/** The report for machines: every figure and identifier, the map on the layer's own grid, no pixels, no local paths. */
export const json: Format = {
  id: 'json',
  name: 'JSON (machine-readable)',
  extension: 'json',
  render: (content) =>
    Promise.resolve(new TextEncoder().encode(`${JSON.stringify(document(content), null, 2)}\n`)),
};

function document(content: ReportContent): Record<string, unknown> {
  const { study, series, slice, display, method, regions, audit, comment, createdAt, software } = content;
  return {
    schema,
    createdAt,
    study,
    series,
    image: image(content),
    display: {
      ...display,
      window: windowOf(display.window),
      overlayPlanes: slice.overlays.map(({ label }) => label),
      photometricInterpretation: slice.photometricInterpretation,
    },
    model: modelCard(content),
    method,
    explanation: explanationOf(content),
    regions,
    measurements: measurementsOf(content),
    audit,
    comment,
    limits: limitsOf(method),
    software,
  };
}

/** What the picture numbers from 1: its points, what was written, and its figures as numbers beside their units. */
function measurementsOf(content: ReportContent): unknown {
  return content.measurements.map(({ id, kind, points, text }, index) => ({
    ...{ number: index + 1, id, kind, points, text },
    figures: figuresOf(content.measurements[index]!, content),
  }));
}

/** A VOI LUT's entries as a plain list. */
function windowOf(window: Window | null): unknown {
  if (!window?.lut) return window;
  return { ...window, lut: { ...window.lut, entries: [...window.lut.entries] } };
}

function image({ instance, slice }: ReportContent): Record<string, unknown> {
  const { sopInstanceUid, sopClassUid, transferSyntaxUid, instanceNumber, spacing, lossy } = instance;
  const { frame, rows, columns, unit } = slice;
  return {
    sopInstanceUid,
    sopClassUid,
    transferSyntaxUid,
    instanceNumber,
    frame,
    rows,
    columns,
    unit,
    spacing,
    lossy,
  };
}

/** The card without the folder it was read from, which is the reviewer's own business. */
function modelCard({ model }: ReportContent): Record<string, unknown> {
  return Object.fromEntries(Object.entries(model).filter(([name]) => name !== 'id'));
}

function explanationOf({ explanation }: ReportContent): Record<string, unknown> {
  const { id, method, parameters, layer, layers, unit, grid, gridMap, map, seen } = explanation;
  const { classIndex, against, classLabel, scores, milliseconds, warnings } = explanation;
  return {
    id,
    method,
    parameters,
    layer,
    layers,
    unit,
    grid,
    gridMap: [...gridMap],
    classIndex,
    against,
    classLabel,
    scores,
    peak: map.peak,
    seen,
    milliseconds,
    warnings,
  };
}
