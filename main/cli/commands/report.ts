import { extname, resolve } from 'node:path';
import type { Region, ReportContent, ReportFormat } from '../../../preload/vocabulary';
import { versions } from '../../answers/versions';
import { indexPaths, readSlice } from '../../dicom';
import { PersonError } from '../../process/errors';
import { formatOf, formats, writeReport } from '../../report';
import { readRegionsFile } from '../../store/regions-file';
import type { Command, Given } from '../command';
import { modelOptions, openSession } from '../engine-session';
import { type Found, theInstance } from '../found';
import { counting, fraction, only, required, text } from '../given';
import { localIso } from '../local-iso';
import { defaultOverlay } from '../picture';

/** The report that the window exports, for one frame. */
export const report: Command = {
  name: 'report',
  summary: 'explain and audit one frame and write the report',
  usage: '<file>',
  options: {
    ...modelOptions,
    frame: { value: 'N', help: 'the frame, from 1 (1 by default)' },
    regions: { value: 'FILE.json', help: 'the list of lesions and artefacts' },
    comment: { value: 'TEXT', help: "the reviewer's comment" },
    threshold: {
      value: '0..1',
      help: `the part of the peak that is drawn (${defaultOverlay.threshold} by default)`,
    },
    format: {
      value: formats.map(({ id }) => id).join('|'),
      help: "the report's format (by the file's name, else pdf)",
    },
    out: { value: 'FILE', help: 'where to write' },
  },
  async run(given) {
    const file = resolve(only(given, 'the image to report on'));
    const out = resolve(required(given, 'out', 'which file to write'));
    const format = formatOf(chosenFormat(given, out));
    const found = theInstance(await indexPaths([file]), file);
    const content = await contentOf(given, found);
    await writeReport(format, out, content);
    given.say(`${content.audit.sentence} ${out}`);
  },
};

function chosenFormat(given: Given, out: string): ReportFormat {
  const byName = formats.find(({ extension }) => `.${extension}` === extname(out).toLowerCase());
  return text(given, 'format', byName?.id ?? 'pdf') as ReportFormat;
}

async function contentOf(given: Given, { study, series, instance }: Found): Promise<ReportContent> {
  const frame = counting(given, 'frame', 1);
  const threshold = fraction(given, 'threshold', defaultOverlay.threshold);
  const regions = await regionsOn(given, instance.sopInstanceUid, frame);
  const session = await openSession(given);
  const slice = await readSlice(instance.path, frame);
  const explanation = await session.explain(slice);
  return {
    ...{
      study: without(study, 'series'),
      series: without(series, 'instances'),
      instance,
      slice,
      explanation,
      regions,
      measurements: [],
    },
    display: {
      ...{ window: slice.windows[0] ?? null, invert: false, overlaysShown: true },
      overlay: { ...defaultOverlay, threshold },
    },
    model: session.model,
    method: session.method,
    audit: await session.audit(explanation, regions, threshold),
    comment: text(given, 'comment', ''),
    createdAt: localIso(new Date()),
    software: versions(),
  };
}

async function regionsOn(given: Given, sopInstanceUid: string, frame: number): Promise<readonly Region[]> {
  const path = text(given, 'regions', '');
  if (path === '') return [];
  const own = (await readRegionsFile(path)).filter((region) => region.sopInstanceUid === sopInstanceUid);
  const here = own.filter((region) => region.frame === frame);
  if (here.length > 0) return here;
  throw new PersonError(
    `No region in ${path} lies on frame ${frame} of this image; leave --regions out to report without.`,
  );
}

/** A thing without one of its parts. */
function without<Whole extends object, Part extends keyof Whole>(
  whole: Whole,
  part: Part,
): Omit<Whole, Part> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== part)) as Omit<Whole, Part>;
}
