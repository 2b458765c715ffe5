import { expect, it, vi } from 'vitest';
import type { Instance, Series, Study } from '../../preload/vocabulary';
import type { ViewportActions } from './pane.svelte';
import { Panes } from './panes.svelte';

const source = { isAtHand: () => true, read: () => Promise.reject(new Error('nothing is read here')) };
const axial = [1, 0, 0, 0, 1, 0] as const;
const sagittal = [0, 1, 0, 0, 0, -1] as const;

const series = (uid: string, first: number, step: number, orientation: readonly number[] = axial): Series =>
  ({
    seriesInstanceUid: uid,
    instances: Array.from({ length: 11 }, (_, i): Instance => {
      const at = first + i * step;
      const position = orientation === axial ? [-50, -50, at] : [at, -50, 50];
      return {
        sopInstanceUid: `${uid}.${i}`,
        numberOfFrames: 1,
        geometry: { position, orientation },
        frameGeometry: null,
        ...{ rows: 101, columns: 101, sliceThickness: step, frameOfReferenceUid: 'here' },
        spacing: { row: 1, column: 1, kind: 'patient' },
      } as unknown as Instance;
    }),
  }) as unknown as Series;

const study = (uid: string, patientId: string, ...all: Series[]): Study =>
  ({ studyInstanceUid: uid, patientId, patientName: patientId, series: all }) as unknown as Study;

const head = study('1', 'A', series('thin', 0, 1), series('thick', 0, 5), series('side', -10, 2, sagittal));

const panesOf = (studies: readonly Study[]): Panes => {
  const panes = new Panes(source);
  panes.renew(studies);
  return panes;
};
const shownIn = (panes: Panes): string[] =>
  panes.all.map(({ series: shown }) => shown?.seriesInstanceUid ?? '');

it('gives each empty pane the next series of the study, as many as there are', () => {
  const panes = panesOf([head]);
  expect(shownIn(panes)).toEqual(['thin', '', '', '']);
  panes.lay('2×2');
  expect(shownIn(panes)).toEqual(['thin', 'thick', 'side', '']);
  panes.lay('1×1');
  panes.lay('2×2');
  expect(shownIn(panes)).toEqual(['thin', 'thick', 'side', '']);
});

it('shows the panes around the active one in a smaller layout', () => {
  const panes = panesOf([head]);
  panes.lay('2×2');
  panes.activate(panes.all[2]!);
  panes.lay('1×2');
  expect(panes.list.map(({ id }) => id)).toEqual([2, 3]);
  panes.lay('1×1');
  expect(panes.list.map(({ id }) => id)).toEqual([2]);
});

it('shows the active one alone and goes back to the layout before', () => {
  const panes = panesOf([head]);
  panes.maximise();
  expect(panes.layout).toBe('1×1');
  panes.lay('2×2');
  panes.maximise();
  expect(panes.layout).toBe('1×1');
  panes.maximise();
  expect(panes.layout).toBe('2×2');
});

it('begins a series where the active pane looks', () => {
  const panes = panesOf([head]);
  panes.active.goTo(10);
  panes.lay('2×2');
  // z = 10 of the thin one lies in the slice at 10 of the thick one; its middle, x = 0, in the sixth sagittal slice.
  expect(panes.all.map(({ index }) => index)).toEqual([10, 2, 5, 0]);
  panes.link = false;
  panes.show(panes.all[3]!, head, head.series[1]!);
  expect(panes.active.id).toBe(3);
  expect(panes.active.index).toBe(0);
});

it('leaves nothing of another patient beside a study that is opened', () => {
  const panes = panesOf([head]);
  panes.lay('1×2');
  const prior = study('2', 'A', series('prior', 0, 1));
  panes.showAny([prior]);
  expect(shownIn(panes)).toEqual(['prior', 'thick', '', '']);
  panes.showAny([study('3', 'B', series('other', 0, 1))]);
  expect(shownIn(panes)).toEqual(['other', '', '', '']);
});

it('keeps what is looked at while more of a study is read', () => {
  const panes = panesOf([head]);
  panes.active.goTo(4);
  const more = { ...head, series: [...head.series, series('late', 0, 1)] };
  panes.renew([more]);
  expect(panes.active.study).toBe(more);
  expect(panes.active.index).toBe(4);
});

it('keeps the image that is looked at where more images come to lie before it', () => {
  const whole = series('thin', 0, 1);
  const part = { ...whole, instances: whole.instances.slice(5) };
  const panes = panesOf([study('1', 'A', part)]);
  panes.active.goTo(2);
  panes.renew([study('1', 'A', whole)]);
  expect(panes.active.place?.instance.sopInstanceUid).toBe('thin.7');
  panes.active.goTo(0);
  panes.renew([study('1', 'A', { ...whole, instances: whole.instances.slice(0, 9) })]);
  expect(panes.active.place?.instance.sopInstanceUid).toBe('thin.0');
});

it('meets the others again where the slice that lies there is read later', () => {
  const side = head.series[2]!;
  const part = {
    ...head,
    series: [...head.series.slice(0, 2), { ...side, instances: side.instances.slice(8) }],
  };
  const panes = panesOf([part]);
  panes.lay('2×2');
  expect(panes.all[2]!.index).toBe(0);
  panes.renew([head]);
  expect(panes.all[2]!.index).toBe(5);
  panes.all[2]!.goTo(7);
  panes.renew([
    { ...head, series: [...head.series.slice(0, 2), { ...side, instances: side.instances.slice(1) }] },
  ]);
  expect(panes.all[2]!.place?.instance).toBe(side.instances[7]);
});

it('gives up what a tool has begun when another pane becomes active', () => {
  const panes = panesOf([head]);
  panes.lay('1×2');
  const cancelTool = vi.fn();
  panes.active.viewport = { cancelTool } as unknown as ViewportActions;
  panes.activate(panes.active);
  expect(cancelTool).not.toHaveBeenCalled();
  panes.step(1);
  expect(panes.active.id).toBe(1);
  expect(cancelTool).toHaveBeenCalledOnce();
  panes.step(1);
  expect(panes.active.id).toBe(0);
});
