import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import type { Slice } from '../../preload/vocabulary';
import { testFolder } from '../dicom/testing/folder';
import { imageElements, samplesOf } from '../dicom/testing/image';
import { writeDicom } from '../dicom/testing/write';
import { readSlice } from '../dicom/index';
import { Caller, CallFailed } from '../process/caller';
import type { FromProcess, ToProcess } from '../process/protocol';
import type { SliceWish } from './calls';
import { serveReader } from './serve';
import { sliceReader } from './slices';

const folder = testFolder();

/** What the reader process does, in this one: its decoders are no threads here. */
function reader(): Caller {
  const messages = new EventEmitter();
  const caller = new Caller(
    (message: ToProcess) => messages.emit('message', message),
    () => undefined,
  );
  const port = {
    send: (message: FromProcess) => caller.receive(structuredClone(message)),
    listen: (listener: (message: ToProcess) => void) => messages.on('message', listener),
  };
  const hire = () => ({ do: ({ path, frame }: SliceWish) => readSlice(path, frame), end: () => undefined });
  serveReader(port, sliceReader(2, hire));
  return caller;
}

it('answers for folders and frames, and says in a sentence what it cannot read', async () => {
  const pixels = samplesOf([1, 2, 3, 4], 16);
  const path = folder.write('a.dcm', writeDicom(imageElements({ rows: 2, columns: 2, pixels })));
  const broken = folder.write('b.dcm', 'not an image at all');
  const caller = reader();

  const opened = (await caller.call('index', { paths: [folder.path] })) as Opened;
  expect(opened.studies[0]!.series[0]!.instances[0]!.path).toBe(path);
  expect(opened.unreadable.map((each) => each.path)).toEqual([broken]);

  const slice = (await caller.call('slice', { path, frame: 1 })) as Slice;
  expect(slice).toMatchObject({ sopInstanceUid: '1.2.3.4', frame: 1, pixels: Int16Array.of(1, 2, 3, 4) });

  const failed = await caller.call('slice', { path: broken, frame: 1 }).catch((thrown: unknown) => thrown);
  expect(failed).toBeInstanceOf(CallFailed);
  expect((failed as CallFailed).problem).toEqual({
    kind: 'person',
    message: 'b.dcm is not a DICOM, PNG or JPEG file; open image files only.',
  });
});
