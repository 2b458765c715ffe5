import { basename, join, resolve } from 'node:path';
import { indexPaths, readSlice } from '../../dicom';
import { PersonError } from '../../process/errors';
import { readRegionsFile } from '../../store/regions-file';
import type { Command } from '../command';
import { modelOptions, openSession, type Session } from '../engine-session';
import { type MarkedFrame, markedFrames } from '../found';
import { fraction, required, several } from '../given';
import { defaultOverlay } from '../picture';
import { explanationRecord, modelRecord } from '../result';
import { toJson, writeOutput } from '../write-file';

/** Explains every frame that has regions and says whether the model looked at them. */
export const audit: Command = {
  name: 'audit',
  summary: 'say of each marked frame whether the model looks at the lesion or at an artefact',
  usage: '<path…>',
  options: {
    ...modelOptions,
    regions: { value: 'FILE.json', help: 'the list of lesions and artefacts' },
    threshold: {
      value: '0..1',
      help: `the part of the peak that IoU is measured at (${defaultOverlay.threshold} by default)`,
    },
    out: { value: 'DIR', help: 'the folder for audit.json' },
  },
  async run(given) {
    const paths = several(given, 'the files or folders to audit').map((path) => resolve(path));
    const out = resolve(required(given, 'out', 'which folder to write to'));
    const threshold = fraction(given, 'threshold', defaultOverlay.threshold);
    const regionsFile = required(given, 'regions', 'which regions file to use');
    const frames = await framesOf(paths, regionsFile);
    const session = await openSession(given);
    const slices = [];
    for (const frame of frames) slices.push(await auditFrame(session, frame, threshold));
    const record = { model: modelRecord(session.model), threshold, slices };
    await writeOutput(join(out, 'audit.json'), toJson(record));
    for (const { file, frame, sentence } of slices) given.say(`${file}, frame ${frame}: ${sentence}`);
  },
};

async function framesOf(paths: readonly string[], regionsFile: string): Promise<MarkedFrame[]> {
  const regions = await readRegionsFile(regionsFile);
  const opened = await indexPaths(paths);
  const frames = markedFrames(opened, regions);
  if (frames.length > 0) return frames;
  const [unreadable] = opened.unreadable;
  if (opened.studies.length === 0 && unreadable) throw new PersonError(unreadable.reason);
  throw new PersonError(
    `None of the ${regions.length} regions in ${regionsFile} lies on an image of ${paths.join(', ')}.`,
  );
}

async function auditFrame(session: Session, { instance, frame, regions }: MarkedFrame, threshold: number) {
  const explanation = await session.explain(await readSlice(instance.path, frame));
  const { verdict, sentence, facts, targets, warnings } = await session.audit(
    explanation,
    regions,
    threshold,
  );
  return {
    file: basename(instance.path),
    sopInstanceUid: instance.sopInstanceUid,
    frame,
    verdict,
    sentence,
    facts,
    targets,
    auditWarnings: warnings,
    explanation: explanationRecord(explanation),
    regions,
  };
}
