import { basename, join, resolve } from 'node:path';
import type { Explanation, Slice } from '../../../preload/vocabulary';
import { readSlice } from '../../dicom';
import type { Command } from '../command';
import { modelOptions, openSession, type Session } from '../engine-session';
import { counting, only, required } from '../given';
import { pictureOfInput, readModelInput } from '../model-input';
import { encodeNpy } from '../npy/write';
import { defaultOverlay, overlayPng } from '../picture';
import { explanationRecord, modelRecord } from '../result';
import { toJson, writeOutput } from '../write-file';

/** Runs a model on one frame, or on a ready model input, and leaves what it looked at. */
export const explain: Command = {
  name: 'explain',
  summary: 'run a model on one frame and write where it looked',
  usage: '<file|input.npy>',
  options: {
    ...modelOptions,
    frame: { value: 'N', help: 'the frame, from 1 (1 by default)' },
    out: { value: 'DIR', help: 'the folder for map.npy, image-map.npy, overlay.png and result.json' },
  },
  async run(given) {
    const file = resolve(only(given, 'the image or the .npy input to explain'));
    const out = resolve(required(given, 'out', 'which folder to write to'));
    const frame = counting(given, 'frame', 1);
    const session = await openSession(given);
    const { slice, explanation } = await explained(session, file, frame);
    await writeFiles(out, slice, explanation);
    const input = { file: basename(file), sopInstanceUid: explanation.sopInstanceUid, frame };
    const record = { model: modelRecord(session.model), input, ...explanationRecord(explanation) };
    await writeOutput(join(out, 'result.json'), toJson(record));
    given.say(sentence(explanation, out));
  },
};

async function explained(
  session: Session,
  file: string,
  frame: number,
): Promise<{ slice: Slice; explanation: Explanation }> {
  if (!file.toLowerCase().endsWith('.npy')) {
    const slice = await readSlice(file, frame);
    return { slice, explanation: await session.explain(slice) };
  }
  const input = await readModelInput(file, session.model);
  return {
    slice: pictureOfInput(session.model.inputShape, input),
    explanation: await session.explainInput(input),
  };
}

async function writeFiles(out: string, slice: Slice, { grid, gridMap, map }: Explanation): Promise<void> {
  await writeOutput(join(out, 'map.npy'), encodeNpy({ shape: grid, values: gridMap }));
  await writeOutput(
    join(out, 'image-map.npy'),
    encodeNpy({ shape: [map.rows, map.columns], values: map.values }),
  );
  await writeOutput(join(out, 'overlay.png'), overlayPng(slice, map, defaultOverlay));
}

function sentence({ classLabel, scores, classIndex, layer, method, map }: Explanation, out: string): string {
  const percent = (100 * (scores[classIndex]?.probability ?? 0)).toFixed(1);
  const evidence = map.peak > 0 ? `peak ${map.peak.toPrecision(4)}` : 'no positive evidence';
  return `${classLabel} ${percent} % (${method} at ${layer}, ${evidence}): ${out}`;
}
