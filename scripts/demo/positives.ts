import type { Region, Slice } from '../../preload/vocabulary';
import type { PhantomRegion } from './draw/region';
import type { Bias, Phantom, ProblemKind } from './train/problem';
import { PROBLEMS } from './train/problems';

export type { Bias, ProblemKind } from './train/problem';
export { PROBLEMS } from './train/problems';

/** A positive image nobody has trained on, as a reader would give it, with its true regions. */
export interface Positive {
  readonly slice: Slice;
  readonly pixels: Phantom['pixels'];
  readonly rows: number;
  readonly columns: number;
  readonly channels: 1 | 3;
  readonly regions: readonly Region[];
}

/**
 * `count` unseen positives at full size. Honest: artefacts come and go by themselves. Shortcut: the population that
 * the shortcut model was trained on, where 95 % of the positives carry the tell-tale artefact.
 */
export function generatePositives(kind: ProblemKind, bias: Bias, count: number, seed: number): Positive[] {
  return Array.from({ length: count }, (_, i) => positiveAt(kind, bias, i, seed));
}

/** One of them, at full size unless told; the same arguments give the same image. */
export function positiveAt(
  kind: ProblemKind,
  bias: Bias,
  index: number,
  seed: number,
  size = PROBLEMS[kind].fullSize,
): Positive {
  const problem = PROBLEMS[kind];
  const name = `${kind}/unseen-${bias}-${seed}/${index}`;
  const phantom = problem.draw(name, bias, true, size);
  const { pixels, rows, columns } = phantom;
  return {
    slice: sliceOf(kind, phantom, name),
    pixels,
    rows,
    columns,
    channels: problem.channels,
    regions: phantom.regions.map((region, i) => listed(region, name, i)),
  };
}

/** A phantom as the reader of its DICOM file would give it. */
export function sliceOf(kind: ProblemKind, phantom: Phantom, sopInstanceUid: string): Slice {
  const grey = PROBLEMS[kind].channels === 1;
  return {
    sopInstanceUid,
    frame: 1,
    rows: phantom.rows,
    columns: phantom.columns,
    samples: PROBLEMS[kind].channels,
    pixels: grey ? Float32Array.from(phantom.pixels) : Uint8ClampedArray.from(phantom.pixels),
    inverted: false,
    unit: '',
    windows: grey ? [{ center: 2048, width: 4096, explanation: 'Chest' }] : [],
    minimum: 0,
    maximum: PROBLEMS[kind].maximum,
    photometricInterpretation: grey ? 'MONOCHROME2' : 'RGB',
    overlays: [],
    shutter: null,
  };
}

function listed(region: PhantomRegion, sopInstanceUid: string, index: number): Region {
  return { id: `${sopInstanceUid}#${index}`, sopInstanceUid, frame: 1, ...region };
}
