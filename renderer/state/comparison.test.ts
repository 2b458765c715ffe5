import { beforeEach, describe, expect, it } from 'vitest';
import type {
  Explanation,
  LoadedModel,
  MethodSummary,
  Question,
  Series,
  Slice,
  Study,
} from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Comparison } from './comparison.svelte';
import type { Place } from './frames';
import { Models } from './models.svelte';
import { Cuts } from './mpr/cuts.svelte';
import { Panes } from './panes.svelte';
import { Problems } from './problems.svelte';
import { SliceReader } from './slice-reader';

type Call = { requestId: string; of: { sopInstanceUid: string }; request: Question };

const series = (uid: string): Series =>
  ({
    seriesInstanceUid: uid,
    instances: [0, 1, 2].map((at) => ({
      ...{ sopInstanceUid: `${uid}.${at}`, numberOfFrames: 1, path: `/${uid}/${at}` },
      ...{ geometry: null, frameGeometry: null, spacing: null, frameOfReferenceUid: '' },
    })),
  }) as unknown as Series;
const [chest, other] = [series('chest'), series('other')];
const study = (patientId: string, ...all: Series[]): Study =>
  ({ studyInstanceUid: patientId, patientId, patientName: '', series: all }) as unknown as Study;
const mine = study('mine', chest, other);

const question = (method: string): Question => ({
  ...{ method, classIndex: 'top', against: null },
  ...{ layers: [], parameters: {} },
});
const methods = ['grad-cam', 'layer-cam', 'rise'].map(
  (id) => ({ id, place: 'layer', needs: 'scores', parameters: [] }) as unknown as MethodSummary,
);
const answerOf = ({ of, request }: Call): Explanation =>
  ({
    ...{ id: `${request.method} of ${of.sopInstanceUid}`, method: request.method, modelId: 'model' },
    ...{ classIndex: 0, against: null, layer: 'last', layers: ['last'], parameters: {} },
    ...{ scores: [{ label: 'A', logit: 1, probability: 1 }], map: { values: new Float32Array(4) } },
  }) as unknown as Explanation;

let models: Models;
let panes: Panes;
let problems: Problems;
let comparison: Comparison;
let studies: readonly Study[];

beforeEach(() => {
  problems = new Problems();
  const cuts = new Cuts(problems, new SliceReader());
  panes = new Panes(cuts);
  models = new Models(problems);
  Object.assign(models, { methods, method: 'grad-cam', chosen: 'model' });
  models.loaded = { targetLayer: 'last', problems: { scores: '' } } as unknown as LoadedModel;
  studies = [mine];
  comparison = new Comparison(models, panes, cuts, problems, () => studies);
  panes.renew(studies);
});

const place = (): Place => panes.active.place!;
const sliceAt = ({ instance, frame }: Place): Slice =>
  ({ sopInstanceUid: instance.sopInstanceUid, frame }) as unknown as Slice;
const shown = () => ({ place: place(), slice: sliceAt(place()) });
const shows = (): string[] =>
  panes.list.map(({ series: one, index }) => `${one?.seriesInstanceUid ?? ''} ${index}`);
const madeMethods = (): string[] => comparison.madeOn(shown().slice).map(({ method }) => method);
const three = ['grad-cam', 'layer-cam', 'rise'].map(question);

describe('the panes of a comparison', () => {
  it('show one slice, and follow the active one', () => {
    panes.active.goTo(1);
    comparison.begin(three);
    expect(panes.layout).toBe('2×2');
    expect(shows()).toEqual(Array.from({ length: 4 }, () => 'chest 1'));
    expect(panes.list.map((pane) => comparison.questionIn(pane)?.method)).toEqual([
      ...['grad-cam', 'layer-cam', 'rise', undefined],
    ]);
    panes.activate(panes.all[2]!);
    panes.active.goTo(2);
    comparison.lent.follow();
    expect(shows()).toEqual(Array.from({ length: 4 }, () => 'chest 2'));
  });

  it('show again what they showed before, but for the slice that was scrolled to', () => {
    panes.lay('1×2');
    panes.all[1]!.goTo(2);
    panes.lay('1×1');
    comparison.begin(three, 1);
    panes.active.goTo(1);
    comparison.leave();
    expect(panes.layout).toBe('1×1');
    expect(panes.active.id).toBe(0);
    panes.lay('2×2');
    expect(shows()).toEqual(['chest 1', 'other 2', ' 0', ' 0']);
    expect(panes.list.some((pane) => comparison.has(pane))).toBe(false);
  });

  it('show nothing of one patient beside another', () => {
    panes.lay('1×2');
    comparison.begin(three);
    const theirs = study('theirs', series('new'));
    studies = [theirs, mine];
    panes.showAny([theirs]);
    comparison.leave();
    expect(panes.all.map((pane) => pane.study?.patientId)).toEqual([
      ...['theirs', undefined, undefined, undefined],
    ]);
  });
});

describe('the questions of a comparison', () => {
  it('begin with the one that is set, each with the pane that is active for the panel', () => {
    comparison.add(null);
    expect(panes.layout).toBe('1×2');
    expect(panes.active.id).toBe(1);
    models.chooseMethod('layer-cam');
    comparison.add(null);
    expect(comparison.questions.map(({ method }) => method)).toEqual(['grad-cam', 'grad-cam', 'layer-cam']);
    panes.activate(panes.all[0]!);
    comparison.takeQuestion();
    expect(models.method).toBe('grad-cam');
  });

  it('are four at most', () => {
    for (let i = 0; i < 4; i++) comparison.add(null);
    expect(comparison.questions).toHaveLength(4);
    expect(problems.notices[0]?.message).toBe('Four maps fit side by side: close one for another.');
  });

  it('are taken away one by one; with the last but one the comparison ends, and the first question is set again', () => {
    comparison.begin(three.slice(1));
    expect(models.method).toBe('layer-cam');
    comparison.begin(three, 2);
    comparison.remove(panes.list[3]!);
    expect(comparison.questions).toHaveLength(3);
    comparison.remove(panes.list[0]!);
    expect(comparison.questions.map(({ method }) => method)).toEqual(['layer-cam', 'rise']);
    expect(panes.layout).toBe('1×2');
    comparison.remove(panes.list[1]!);
    expect(comparison.isOn).toBe(false);
    expect(models.method).toBe('grad-cam');
  });

  it('end with another model', () => {
    comparison.begin(three);
    models.chosen = 'another';
    comparison.settle();
    expect(comparison.isOn).toBe(false);
  });
});

describe('the answers of a comparison', () => {
  it('are made one after the other, that of the active pane first, as it is set now; those made are kept', async () => {
    const { asked } = fakeBridge({ explain: answerOf });
    comparison.begin(three.slice(0, 2), 1);
    models.chooseMethod('rise');
    expect(await comparison.explain(shown())).toBe(true);
    expect(asked.map(({ argument }) => (argument as Call).request.method)).toEqual(['rise', 'grad-cam']);
    expect(madeMethods()).toEqual(['grad-cam', 'rise']);
    await comparison.explain(shown());
    expect(asked).toHaveLength(2);
  });

  it('are those of their slice alone', async () => {
    fakeBridge({ explain: answerOf });
    comparison.begin(three);
    await comparison.explain(shown());
    panes.active.goTo(1);
    expect(madeMethods()).toEqual([]);
    panes.active.goTo(0);
    expect(madeMethods()).toEqual(['grad-cam', 'layer-cam', 'rise']);
    comparison.answers.forget();
    expect(madeMethods()).toEqual([]);
  });

  it('that fail leave the others their turn', async () => {
    const explain = (call: Call): Explanation => {
      if (call.request.method === 'layer-cam') throw new Error('No such layer.');
      return answerOf(call);
    };
    fakeBridge({ explain });
    comparison.begin(three);
    await comparison.explain(shown());
    expect(madeMethods()).toEqual(['grad-cam', 'rise']);
    expect(problems.notices.map(({ message }) => message)).toEqual(['No such layer.']);
  });

  it('are stopped: the one that is being made is cancelled and not kept, and none follows', async () => {
    const { promise, resolve } = deferred<Explanation>();
    const { asked } = fakeBridge({ explain: () => promise });
    comparison.begin(three);
    const made = comparison.explain(shown());
    comparison.answers.cancel();
    const [call] = asked.map(({ argument }) => argument as Call);
    resolve(answerOf(call!));
    expect(await made).toBe(false);
    expect(asked.map(({ name }) => name)).toEqual(['explain', 'cancel']);
    expect(madeMethods()).toEqual([]);
  });

  it('may be at hand already', () => {
    panes.active.slices.shown = shown();
    const known = answerOf({ requestId: '', of: shown().slice, request: question('layer-cam') });
    comparison.begin(three, 0, known);
    expect(madeMethods()).toEqual(['layer-cam']);
  });
});
