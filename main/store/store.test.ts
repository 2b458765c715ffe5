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

const put = (...regions: Region[]) => ({ put: regions, removed: [], order: null });
const named = (id: string, label = ''): Region => ({ ...region, id, label });
const textOf = (regions: readonly Region[] | undefined): string[] | undefined =>
  regions?.map(({ id, label }) => id + label);

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
      reviews.changeRegions('1.2', put(region));
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
      reviews.changeRegions('1.2', put(region));
      reviews.saveComment('1.2', 'Second');
      expect(reviews.load('1.2')).toEqual({ regions: [region], measurements: [], comment: 'Second' });
    });
  });

  it('begin with given regions only where there was none', () => {
    withStore(({ reviews }) => {
      expect(reviews.begin('1.2', [region])).toBe(true);
      reviews.changeRegions('1.2', { put: [], removed: ['a'], order: null });
      expect(reviews.begin('1.2', [region])).toBe(false);
      expect(reviews.load('1.2')?.regions).toEqual([]);
    });
  });

  it('refuse a region that is none', () => {
    withStore(({ reviews }) => {
      expect(() =>
        reviews.changeRegions('1.2', put(region, { ...region, id: 'b', points: [[0, 0]] })),
      ).toThrow(/two opposite corners/);
      expect(reviews.load('1.2')).toBeNull();
    });
  });
});

describe('a list of marks', () => {
  it('has a changed mark in its place, new ones at its end, and an order where one is given', () => {
    withStore(({ reviews }) => {
      reviews.changeRegions('1.2', put(named('c'), named('a'), named('b')));
      reviews.changeRegions('1.2', { put: [named('d'), named('a', '!')], removed: ['c'], order: null });
      expect(textOf(reviews.load('1.2')?.regions)).toEqual(['a!', 'b', 'd']);
      reviews.changeRegions('1.2', { put: [named('c')], removed: [], order: ['c', 'a', 'b', 'd'] });
      expect(textOf(reviews.load('1.2')?.regions)).toEqual(['c', 'a!', 'b', 'd']);
      reviews.changeRegions('1.2', put(named('e')));
      expect(textOf(reviews.load('1.2')?.regions)).toEqual(['c', 'a!', 'b', 'd', 'e']);
    });
  });

  it('belongs to one study, and regions and measurements of one id are two', () => {
    const { sopInstanceUid, points } = region;
    const ruler = { id: 'a', sopInstanceUid, points, frame: 1, kind: 'length', text: '' } as const;
    withStore(({ reviews }) => {
      reviews.changeRegions('1.2', put(region));
      reviews.changeRegions('1.3', put(named('a', 'other')));
      reviews.changeMeasurements('1.2', { put: [ruler], removed: [], order: null });
      reviews.changeRegions('1.2', { put: [], removed: ['a'], order: null });
      expect(reviews.load('1.2')).toEqual({ regions: [], measurements: [ruler], comment: '' });
      expect(textOf(reviews.load('1.3')?.regions)).toEqual(['aother']);
    });
  });

  it('stays as it was where a change would make it too long', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => named(String(index)));
    withStore(({ reviews }) => {
      reviews.changeRegions('1.2', put(...many));
      const more = { put: [named('x')], removed: [], order: null };
      expect(() => reviews.changeRegions('1.2', more)).toThrow(/holds 10000 regions/);
      expect(reviews.load('1.2')?.regions).toEqual(many);
      reviews.changeRegions('1.2', { ...more, removed: ['7'] });
      expect(reviews.load('1.2')?.regions).toHaveLength(10_000);
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

  it('of an earlier Sightline keeps its reviews, each mark in its place', () => {
    const database = new Database(join(folder, 'sightline.sqlite'));
    const regions = [
      named('b'),
      named('a', 'rim'),
      {
        ...named('c'),
        points: [
          [0.1, 0.2],
          [3, 4],
        ],
      },
    ];
    const measurement = { id: 'm', sopInstanceUid: '1', frame: 2, kind: 'probe', points: [[1, 2]], text: '' };
    database.exec(`BEGIN; ${migrations[0]} ${migrations[1]} PRAGMA user_version = 2; COMMIT;`);
    const insert = database.prepare('INSERT INTO reviews VALUES (?, ?, ?, ?, ?)');
    insert.run('1.2', JSON.stringify(regions), 'Seen.', '2026', JSON.stringify([measurement]));
    insert.run('1.3', '[]', 'None.', '2026', '[]');
    database.close();
    const load = (uid: string) => withStore(({ reviews }) => reviews.load(uid));
    expect(load('1.2')).toEqual({ regions, measurements: [measurement], comment: 'Seen.' });
    expect(load('1.3')).toEqual({ regions: [], measurements: [], comment: 'None.' });
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
