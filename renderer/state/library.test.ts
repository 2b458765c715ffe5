import { expect, it } from 'vitest';
import type { Opened, OpenedAll } from '../../preload/contract';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Library } from './library.svelte';
import { Panes } from './panes.svelte';
import { Problems } from './problems.svelte';
import { SliceReader } from './slice-reader';

/** The answer to an opening whose one part may still be under way. */
const answerOf = (uid: string): OpenedAll =>
  ({
    studies: [{ studyInstanceUid: uid, series: [{ seriesInstanceUid: uid, instanceUids: '' }], objects: [] }],
    parts: 1,
    files: 1,
  }) as unknown as OpenedAll;
const opened = (uid: string): Opened =>
  ({
    studies: [{ studyInstanceUid: uid, series: [{ seriesInstanceUid: uid, instances: [] }], objects: [] }],
    unreadable: [{ path: `/${uid}.txt`, reason: 'is no image' }],
    files: 1,
  }) as unknown as Opened;

it('keeps what two openings at a time have found, whichever ends first', async () => {
  const answers = [deferred<OpenedAll>(), deferred<OpenedAll>()];
  let call = 0;
  const { asked, announce } = fakeBridge({ open: () => answers[call++]!.promise });
  const problems = new Problems();
  const library = new Library(problems, new Panes(new SliceReader()));
  const first = library.open({ paths: ['/a'] });
  const second = library.open({ paths: ['/b'] });
  const [a, b] = asked.map(({ argument }) => (argument as { requestId: string }).requestId);
  answers[1]!.resolve(answerOf('b'));
  announce('opened', { requestId: b!, opened: opened('b') });
  await second;
  announce('opened', { requestId: a!, opened: opened('a') });
  answers[0]!.resolve(answerOf('a'));
  await first;
  expect(library.studies.map(({ studyInstanceUid }) => studyInstanceUid).sort()).toEqual(['a', 'b']);
  expect(library.unreadable).toHaveLength(2);
});
