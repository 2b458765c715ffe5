import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { openStore } from '../store/store';
import type { Desk } from './desk';
import { placesIn } from './places';
import { Requests } from './requests';

/** A desk for tests: a real store in a folder of its own, and everything else recorded. */
export function testDesk(changes: Partial<Desk> = {}): Desk & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-answers-'));
  const store = openStore(folder);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const unanswered = () => Promise.reject(new Error('This test expected no call.'));
  return {
    folder,
    store,
    reader: { call: unanswered },
    engine: { call: unanswered },
    writeReport: vi.fn(() => Promise.resolve()),
    requests: new Requests(),
    dialogs: {
      chooseFiles: vi.fn(() => Promise.resolve([])),
      chooseFolder: vi.fn(() => Promise.resolve(null)),
      choosePlace: vi.fn(() => Promise.resolve(null)),
      reveal: vi.fn(),
    },
    curtain: { picture: () => Promise.resolve(Buffer.from('picture')), exit: vi.fn(), say: vi.fn() },
    launch: { paths: [], demo: false, tour: '' },
    places: placesIn('/app', join(folder, 'assets')),
    versions: { Sightline: '1.2.3' },
    announce: vi.fn(),
    announceStates: vi.fn(),
    ...changes,
  };
}
