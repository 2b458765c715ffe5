import { basename, resolve } from 'node:path';
import type { Agreement, Explanation, MethodSummary } from '../../../preload/vocabulary';
import { readSlice } from '../../dicom';
import { methodNamed } from '../../explain';
import { PersonError } from '../../process/errors';
import type { Command, Given } from '../command';
import { modelOptions, openSession } from '../engine-session';
import { counting, only, text } from '../given';
import { explanationRecord, modelRecord } from '../result';
import { toJson } from '../write-file';

/** They weigh the gradient at one layer in three ways, and cost about one pass each. */
const usual = 'grad-cam,hires-cam,layer-cam';

/** Explains one frame by several methods and says how far their maps agree. */
export const compare: Command = {
  name: 'compare',
  summary: 'explain one frame by several methods and say as JSON how far their maps agree',
  usage: '<file>',
  options: {
    model: modelOptions.model,
    methods: {
      value: 'NAME,NAME[,NAME…]',
      help: `two to four methods, with their default parameters (${usual} by default)`,
    },
    class: modelOptions.class,
    against: modelOptions.against,
    layer: modelOptions.layer,
    frame: { value: 'N', help: 'the frame, from 1 (1 by default)' },
  },
  async run(given) {
    const file = resolve(only(given, 'the image to explain'));
    const frame = counting(given, 'frame', 1);
    const methods = methodsOf(given);
    const session = await openSession({ ...given, options: { ...given.options, method: methods[0]!.id } });
    const slice = await readSlice(file, frame);
    const explanations: Explanation[] = [];
    for (const method of methods) explanations.push(await session.explainBy(method, slice));
    const agreement = await session.agreement(explanations);
    const input = { file: basename(file), sopInstanceUid: slice.sopInstanceUid, frame };
    const record = { model: modelRecord(session.model), input, ...comparisonRecord(explanations, agreement) };
    given.say(toJson(record).trimEnd());
  },
};

function methodsOf(given: Given): readonly MethodSummary[] {
  const names = text(given, 'methods', usual).split(',');
  if (names.length >= 2 && names.length <= 4) return names.map(methodNamed);
  throw new PersonError(`--methods takes two to four methods, not ${names.length}.`);
}

/** The explanations, and every pair by what its maps are called in place of the ids of this run. */
function comparisonRecord(explanations: readonly Explanation[], { names, pairs, ...more }: Agreement) {
  const nameOf = (id: string) => names[explanations.findIndex((one) => one.id === id)]!;
  const named = pairs.map((pair) => ({ ...pair, between: pair.between.map(nameOf) }));
  return { explanations: explanations.map(explanationRecord), agreement: { names, pairs: named, ...more } };
}
