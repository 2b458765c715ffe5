import { describe, expect, it, vi } from 'vitest';
import type { Change } from '../../preload/contract';
import { type Text, textOf, valueOf } from '../../preload/text';
import type { Measurement, Region } from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Problems } from './problems.svelte';
import { Regions } from './regions.svelte';

const region = (id: string, kind: Region['kind'] = 'lesion'): Region => ({
  id,
  sopInstanceUid: '1.2',
  frame: 1,
  kind,
  label: '',
  shape: 'rectangle',
  points: [
    [1, 1],
    [4, 4],
  ],
});
const measurement = (id: string, text = ''): Measurement => ({
  id,
  sopInstanceUid: '1.2',
  frame: 1,
  kind: 'length',
  points: [
    [0, 0],
    [3, 4],
  ],
  text,
});
const review = { regions: [region('old')], measurements: [measurement('ruler')], comment: 'before' };

/** A list on disk after a change. */
function changed<Mark extends { id: string }>(marks: readonly Mark[], change: Change<Mark>): Mark[] {
  const former = marks.filter(({ id }) => !change.removed.includes(id));
  const isNew = ({ id }: Mark): boolean => !former.some((mark) => mark.id === id);
  const next = former.map((mark) => change.put.find(({ id }) => id === mark.id) ?? mark);
  const all = [...next, ...change.put.filter(isNew)];
  return change.order?.map((id) => all.find((mark) => mark.id === id)!) ?? all;
}

/** What would be on disk after each of the changes that were asked for. */
function onDisk<Mark extends { id: string }>(
  asked: readonly { name: string; argument: unknown }[],
  name: string,
  begun: readonly Mark[],
): Mark[][] {
  let now = [...begun];
  return asked
    .filter((call) => call.name === name)
    .map(
      ({ argument }) => (now = changed(now, valueOf((argument as { change: Text<Change<Mark>> }).change))),
    );
}

async function begun(): Promise<{ regions: Regions; saved: () => unknown[] }> {
  const { asked } = fakeBridge({ loadReview: () => textOf(review) });
  const regions = new Regions(new Problems());
  await regions.take('study');
  const saved = (): unknown[] =>
    onDisk(asked, 'changeRegions', review.regions).map((list) => list.map(({ id }) => id));
  return { regions, saved };
}

describe('the regions of a study', () => {
  it('are those that were kept, and every change is kept at once', async () => {
    const { regions, saved } = await begun();
    expect(regions.all).toEqual(review.regions);
    expect(regions.comment).toBe('before');
    regions.put(region('new'));
    regions.remove('old');
    regions.undo();
    await vi.waitFor(() => expect(regions.saved).toBe(true));
    expect(saved()).toEqual([['old', 'new'], ['new'], ['old', 'new']]);
  });

  it('keep their order on disk when one comes back into the middle', async () => {
    const { regions, saved } = await begun();
    regions.putAll([region('a'), region('b')]);
    regions.remove('a');
    regions.undo();
    await vi.waitFor(() => expect(regions.saved).toBe(true));
    expect(saved().slice(1)).toEqual([
      ['old', 'b'],
      ['old', 'a', 'b'],
    ]);
  });

  it('show a draft in place of its kept self, and keep nothing of it', async () => {
    const { regions, saved } = await begun();
    regions.draft = { ...region('old'), kind: 'artefact' };
    expect(regions.all).toEqual([region('old', 'artefact')]);
    regions.draft = null;
    expect(regions.all).toEqual(review.regions);
    expect(saved()).toEqual([]);
  });

  it('take the kind that is called for while one is selected', async () => {
    const { regions } = await begun();
    regions.selected = 'old';
    regions.setKind('artefact');
    expect(regions.all[0]!.kind).toBe('artefact');
    regions.undo();
    expect(regions.all[0]!.kind).toBe('lesion');
  });

  it('are never written over while the earlier ones are not at hand', async () => {
    const answer = deferred<string>();
    const { asked } = fakeBridge({ loadReview: () => answer.promise });
    const problems = new Problems();
    const regions = new Regions(problems);
    const taken = regions.take('study');
    regions.put(region('hasty'));
    regions.setComment('hasty');
    regions.flush();
    answer.resolve(textOf(review));
    await taken;
    expect(regions.all).toEqual(review.regions);
    expect(asked.map(({ name }) => name)).toEqual(['loadReview']);
    expect(problems.notices).toHaveLength(1);
  });

  it('stay in the window, and the person is told, when keeping them fails', async () => {
    let isFull = true;
    const { asked } = fakeBridge({
      loadReview: () => textOf(review),
      changeRegions: () => {
        if (isFull) throw new Error('The disk is full.');
      },
    });
    const problems = new Problems();
    const regions = new Regions(problems);
    await regions.take('study');
    regions.put(region('new'));
    await vi.waitFor(() => expect(problems.notices[0]?.message).toBe('The disk is full.'));
    expect(regions.all).toHaveLength(2);
    expect(regions.saved).toBe(false);
    // With the next change, what could not be written before is written too.
    isFull = false;
    regions.put(region('newer'));
    await vi.waitFor(() => expect(regions.saved).toBe(true));
    const change = textOf({ put: [region('new'), region('newer')], removed: [], order: null });
    expect(asked.at(-1)).toEqual({ name: 'changeRegions', argument: { studyInstanceUid: 'study', change } });
  });

  it('write a comment down when told to, for the study it was written on', async () => {
    const { asked } = fakeBridge({ loadReview: () => textOf(review) });
    const regions = new Regions(new Problems());
    await regions.take('one');
    regions.setComment('seen');
    await regions.take('two');
    const argument = { studyInstanceUid: 'one', comment: 'seen' };
    await vi.waitFor(() => expect(asked).toContainEqual({ name: 'saveComment', argument }));
  });

  it('are put down several at a time in one step', async () => {
    const { regions, saved } = await begun();
    regions.putAll([region('a'), region('b')]);
    expect(regions.all.map(({ id }) => id)).toEqual(['old', 'a', 'b']);
    regions.undo();
    expect(regions.all).toEqual(review.regions);
    await vi.waitFor(() => expect(regions.saved).toBe(true));
    expect(saved()).toEqual([['old', 'a', 'b'], ['old']]);
  });
});

describe('regions and measurements', () => {
  const names = async (asked: readonly { name: string }[], regions: Regions): Promise<string[]> => {
    await vi.waitFor(() => expect(regions.saved).toBe(true));
    return asked.map(({ name }) => name).filter((name) => name !== 'loadReview');
  };

  async function both(): Promise<{ regions: Regions; asked: { name: string; argument: unknown }[] }> {
    const { asked } = fakeBridge({ loadReview: () => textOf(review) });
    const regions = new Regions(new Problems());
    await regions.take('study');
    return { regions, asked };
  }

  it('are undone and redone in the order in which they were made', async () => {
    const { regions } = await both();
    regions.put(region('mark'));
    regions.putMeasurement(measurement('second'));
    regions.setText('mark', ' rim ');
    regions.setText('second', 'widest');
    regions.setText('old', '');
    regions.remove('ruler');
    const state = () => [
      regions.all.map(({ id, label }) => id + label),
      regions.measurements.map(({ id, text }) => id + text),
    ];
    const states = [
      [['old', 'markrim'], ['secondwidest']],
      [
        ['old', 'markrim'],
        ['ruler', 'secondwidest'],
      ],
      [
        ['old', 'markrim'],
        ['ruler', 'second'],
      ],
      [
        ['old', 'mark'],
        ['ruler', 'second'],
      ],
      [['old', 'mark'], ['ruler']],
      [['old'], ['ruler']],
    ];
    for (const expected of states) {
      expect(state()).toEqual(expected);
      regions.undo();
    }
    for (const expected of states.toReversed()) {
      expect(state()).toEqual(expected);
      regions.redo();
    }
    await vi.waitFor(() => expect(regions.saved).toBe(true));
  });

  it('are saved only where they changed', async () => {
    const { regions, asked } = await both();
    regions.putMeasurement(measurement('second'));
    regions.setText('second', '');
    regions.remove('nothing of this name');
    regions.put(region('mark'));
    regions.undo();
    regions.undo();
    expect(await names(asked, regions)).toEqual([
      'changeMeasurements',
      'changeRegions',
      'changeRegions',
      'changeMeasurements',
    ]);
    expect(onDisk(asked, 'changeMeasurements', review.measurements).at(-1)).toEqual(review.measurements);
  });

  it('that were just added are undone with the text that was typed for them', async () => {
    const { regions } = await both();
    regions.putMeasurement(measurement('arrow'));
    regions.typing = 'arrow';
    regions.setText('arrow', 'old fracture');
    expect(regions.typing).toBe('');
    expect(regions.measurements.at(-1)).toMatchObject({ id: 'arrow', text: 'old fracture' });
    regions.undo();
    expect(regions.measurements).toEqual(review.measurements);
    regions.redo();
    expect(regions.measurements.at(-1)!.text).toBe('old fracture');
    regions.setText('ruler', 'later');
    regions.setText('arrow', 'new fracture');
    regions.undo();
    expect(regions.measurements.map(({ text }) => text)).toEqual(['later', 'old fracture']);
    await vi.waitFor(() => expect(regions.saved).toBe(true));
  });

  it('go where the typing that they were added for is given up', async () => {
    const { regions } = await both();
    regions.putMeasurement(measurement('arrow'));
    regions.typing = 'arrow';
    regions.giveUpText();
    expect(regions.measurements).toEqual(review.measurements);
    regions.typing = 'ruler';
    regions.giveUpText();
    expect(regions.measurements).toEqual(review.measurements);
    expect(regions.typing).toBe('');
    await vi.waitFor(() => expect(regions.saved).toBe(true));
  });

  it('share one selection, which goes with what is deleted', async () => {
    const { regions } = await both();
    regions.put(region('mark'));
    expect(regions.selected).toBe('mark');
    regions.putMeasurement(measurement('second'));
    expect(regions.selected).toBe('second');
    regions.remove('mark');
    expect(regions.selected).toBe('second');
    regions.remove('second');
    expect(regions.selected).toBe('');
    await vi.waitFor(() => expect(regions.saved).toBe(true));
  });

  it('give up what is being drawn at an undo, and nothing before it', async () => {
    const { regions, asked } = await both();
    regions.put(region('mark'));
    regions.measurementDraft = measurement('half drawn');
    expect(regions.measurements).toHaveLength(2);
    regions.undo();
    expect(regions.measurements).toEqual(review.measurements);
    expect(regions.all).toHaveLength(2);
    expect(await names(asked, regions)).toEqual(['changeRegions']);
  });

  it('are those of one frame', async () => {
    const { regions } = await both();
    regions.putMeasurement({ ...measurement('elsewhere'), frame: 2 });
    expect(regions.measurementsOn({ sopInstanceUid: '1.2', frame: 1 })).toEqual(review.measurements);
    expect(regions.measurementsOn({ sopInstanceUid: '1.2', frame: 2 })).toHaveLength(1);
  });
});
