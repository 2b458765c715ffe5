import { basename, resolve } from 'node:path';
import type { Opened } from '../../../preload/contract';
import { indexPaths } from '../../dicom';
import { PersonError } from '../../process/errors';
import type { Command } from '../command';
import { modelOptions, openSession } from '../engine-session';
import { everyInstance } from '../found';
import { several } from '../given';
import { modelRecord } from '../result';
import {
  type FoundFrame,
  framesOf,
  type LeftOut,
  runSeries,
  type SeriesRecord,
  type SeriesResult,
  topClassOf,
} from '../series-run';
import { toJson } from '../write-file';

/** Explains all slices of a series in one class and says of each its score, its peak and where the peak is. */
export const series: Command = {
  name: 'series',
  summary: 'explain all slices of a series in one class: score, peak and where the peak is',
  usage: '<path…>',
  options: {
    ...modelOptions,
    class: {
      value: 'NAME|INDEX|top',
      help: 'the class to explain (by default top: the one with the highest score on the middle slice)',
    },
    json: { value: '', help: 'everything that is known, as JSON' },
  },
  async run(given) {
    const paths = several(given, 'the files or folders to explain').map((path) => resolve(path));
    const opened = await indexPaths(paths);
    const frames = imagesOf(opened, paths);
    const session = await openSession(given);
    const { classIndex: asked } = session.question;
    const classIndex = asked === 'top' ? await topClassOf(session, frames) : asked;
    const result = await runSeries(session, frames, classIndex, (done) =>
      given.tell(`${done} of ${frames.length} slices`),
    );
    const leftOut = [...result.leftOut, ...unreadableOf(opened)];
    for (const { file, frame, reason } of leftOut) given.tell(`Left out: ${nameOf(file, frame)}: ${reason}`);
    const record = { model: modelRecord(session.model), ...recordOf({ ...result, leftOut }) };
    given.say(given.options['json'] === true ? toJson(record).trimEnd() : listing(result));
  },
};

function imagesOf(opened: Opened, paths: readonly string[]): FoundFrame[] {
  const frames = framesOf(everyInstance(opened));
  if (frames.length > 0) return frames;
  throw new PersonError(opened.unreadable[0]?.reason ?? `${paths.join(', ')} holds no image.`);
}

const unreadableOf = ({ unreadable }: Opened): LeftOut[] =>
  unreadable.map(({ path, reason }) => ({ file: basename(path), frame: null, reason }));

function recordOf({ example, slices, leftOut }: SeriesResult) {
  const { classIndex, classLabel, against, scores, method, parameters, layer, layers, unit } = example;
  return {
    class: { index: classIndex, label: classLabel },
    against: against === null ? null : { index: against, label: scores[against]!.label },
    ...{ method, parameters, layer, layers, unit, slices, leftOut },
  };
}

const nameOf = (file: string, frame: number | null): string =>
  frame === null ? file : `${file}, frame ${frame}`;

function lineOf({ file, frame, score, peak, peakAt }: SeriesRecord, unit: string): string {
  const where = peakAt
    ? `peak ${peak.toPrecision(4)} ${unit} at column ${peakAt.column}, row ${peakAt.row}`
    : 'no positive evidence';
  return `${nameOf(file, frame)}: ${(100 * score).toFixed(1)} %, ${where}`;
}

const highest = (slices: readonly SeriesRecord[], by: 'score' | 'peak'): SeriesRecord =>
  slices.reduce((best, one) => (one[by] > best[by] ? one : best));

function listing({ example: { classLabel, method, layer, unit }, slices }: SeriesResult): string {
  const [score, peak] = [highest(slices, 'score'), highest(slices, 'peak')];
  const atPeak = peak.peak > 0 ? `Highest peak: ${nameOf(peak.file, peak.frame)}.` : 'No map shows evidence.';
  return [
    `${classLabel} (${method} at ${layer})`,
    ...slices.map((one) => lineOf(one, unit)),
    `Highest score: ${nameOf(score.file, score.frame)}. ${atPeak}`,
  ].join('\n');
}
