import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Region } from '../../preload/vocabulary';
import { migrations } from './migrations';
import { openStore } from './store';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sightline-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const region: Region = {
  id: 'a',
  sopInstanceUid: '1.2.3',
  frame: 1,
  kind: 'lesion',
  label: 'Nodule',
  shape: 'rectangle',
  points: [
    [1, 2],
    [3.5, 4],
  ],
};

/** Runs work on a store that is closed afterwards, as a run of the application does. */
function withStore<Value>(work: (store: ReturnType<typeof openStore>) => Value): Value {
  const store = openStore(folder);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

describe('reviews', () => {
  it('are back after the store was closed and opened again', () => {
    withStore(({ reviews }) => {
      reviews.saveRegions('1.2', [region]);
      reviews.saveComment('1.2', 'Seen twice.');
    });
    expect(withStore(({ reviews }) => reviews.load('1.2'))).toEqual({
      regions: [region],
      measurements: [],
      comment: 'Seen twice.',
    });
    expect(withStore(({ reviews }) => reviews.load('1.3'))).toBeNull();
  });

  it('keep the comment when the regions change and the regions when the comment does', () => {
    withStore(({ reviews }) => {
      reviews.saveComment('1.2', 'First');
      reviews.saveRegions('1.2', [region]);
      reviews.saveComment('1.2', 'Second');
      expect(reviews.load('1.2')).toEqual({ regions: [region], measurements: [], comment: 'Second' });
    });
  });

  it('begin with given regions only where there was none', () => {
    withStore(({ reviews }) => {
      expect(reviews.begin('1.2', [region])).toBe(true);
      reviews.saveRegions('1.2', []);
      expect(reviews.begin('1.2', [region])).toBe(false);
      expect(reviews.load('1.2')?.regions).toEqual([]);
    });
  });

  it('refuse a region that is none', () => {
    withStore(({ reviews }) => {
      expect(() => reviews.saveRegions('1.2', [{ ...region, points: [[0, 0]] }])).toThrow(
        /two opposite corners/,
      );
      expect(reviews.load('1.2')).toBeNull();
    });
  });
});

describe('the other tables', () => {
  it('remember model folders once each', () => {
    withStore(({ modelFolders }) => {
      modelFolders.add('/a');
      modelFolders.add('/b');
      modelFolders.add('/a');
      modelFolders.remove('/b');
      expect(modelFolders.list()).toEqual(['/a']);
    });
  });

  it('answer a setting only in the shape that is asked for', () => {
    withStore(({ settings }) => {
      settings.write('size', { width: 3 });
      expect(settings.read('size', z.object({ width: z.number() }))).toEqual({ width: 3 });
      expect(settings.read('size', z.object({ height: z.number() }))).toBeNull();
      expect(settings.read('other', z.number())).toBeNull();
    });
  });

  it('append to the trail in order', () => {
    withStore(({ trail }) => {
      trail.record('explanation', '1.2.3', { method: 'grad-cam' });
      trail.record('export', '1.2', { format: 'pdf' });
      expect(trail.list().map(({ action, subject }) => [action, subject])).toEqual([
        ['explanation', '1.2.3'],
        ['export', '1.2'],
      ]);
    });
  });
});

describe('the database', () => {
  it('uses write-ahead logging and counts its migrations', () => {
    withStore(() => undefined);
    const database = new Database(join(folder, 'sightline.sqlite'));
    expect(database.prepare('PRAGMA journal_mode').raw().get()).toEqual(['wal']);
    expect(database.prepare('PRAGMA user_version').raw().get()).toEqual([migrations.length]);
    database.close();
  });

  it('is moved aside when it is damaged, with a sentence and its bytes kept', () => {
    const bytes = 'not a database '.repeat(500);
    writeFileSync(join(folder, 'sightline.sqlite'), bytes);
    const notice = withStore((store) => {
      store.reviews.saveComment('1.2', 'works again');
      return store.notice;
    });
    const aside = readdirSync(folder).find((name) => name.includes('.damaged-'));
    expect(notice).toContain(aside);
    expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(bytes);
    expect(withStore((store) => [store.notice, store.reviews.load('1.2')?.comment])).toEqual([
      '',
      'works again',
    ]);
  });

  it('of a newer version is left alone', () => {
    withStore(() => undefined);
    const database = new Database(join(folder, 'sightline.sqlite'));
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    database.close();
    expect(() => openStore(folder)).toThrow(/newer Sightline/);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
