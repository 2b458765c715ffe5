import { expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Library } from './library.svelte';
import { Panes } from './panes.svelte';
import { Problems } from './problems.svelte';
import { SliceReader } from './slice-reader';

const opened = (uid: string): Opened =>
  ({
    studies: [{ studyInstanceUid: uid, series: [{ seriesInstanceUid: uid, instances: [] }] }],
    unreadable: [{ path: `/${uid}.txt`, reason: 'is no image' }],
    files: 1,
  }) as unknown as Opened;

it('keeps what two openings at a time have found, whichever ends first', async () => {
  const answers = [deferred<Opened>(), deferred<Opened>()];
  let call = 0;
  fakeBridge({ open: () => answers[call++]!.promise });
  const problems = new Problems();
  const library = new Library(problems, new Panes(problems, new SliceReader()));
  const first = library.open({ paths: ['/a'] });
  const second = library.open({ paths: ['/b'] });
  answers[1]!.resolve(opened('b'));
  await second;
  answers[0]!.resolve(opened('a'));
  await first;
  expect(library.studies.map(({ studyInstanceUid }) => studyInstanceUid).sort()).toEqual(['a', 'b']);
  expect(library.unreadable).toHaveLength(2);
});
