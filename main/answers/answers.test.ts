import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../preload/contract';
import { textOf, valueOf } from '../../preload/text';
import type { Region, ReportContent } from '../../preload/vocabulary';
import type { ReaderCalls } from '../reader/calls';
import { answersOf } from '.';
import type { Process } from './desk';
import { testDesk } from './testing';

const region: Region = {
  id: 'a',
  sopInstanceUid: '1.2.3',
  frame: 1,
  kind: 'lesion',
  label: '',
  shape: 'ellipse',
  points: [
    [1, 1],
    [5, 5],
  ],
};

/** What the reader finds in a folder with one study of one instance. */
function openedWith(sopInstanceUid: string): Opened {
  const instances = [{ sopInstanceUid, path: `/${sopInstanceUid}` }];
  return {
    studies: [{ studyInstanceUid: '1.2', series: [{ seriesInstanceUid: '1.2.1', instances }], objects: [] }],
    unreadable: [],
    files: 1,
  } as never;
}

/** A reader that finds the same thing whatever it is asked for, a snapshot first. */
function readerOf(opened: Opened, part = opened): Process<ReaderCalls> {
  return {
    call: vi.fn((_name: string, _argument: unknown, options: { onPart?(part: Opened): void }) => {
      options.onPart?.(part);
      return Promise.resolve(opened);
    }) as never,
  };
}

describe('open', () => {
  it('tells the window each image once, and answers with how they lie', async () => {
    const opened = openedWith('1.2.3');
    const desk = testDesk({ reader: readerOf(opened) });
    const series = [{ seriesInstanceUid: '1.2.1', instanceUids: '1.2.3' }];
    expect(await answersOf(desk).open({ requestId: 'r', from: { paths: ['/a'] } })).toEqual({
      studies: [{ studyInstanceUid: '1.2', series, objects: [] }],
      parts: 1,
      files: 1,
    });
    expect(desk.announce).toHaveBeenCalledExactlyOnceWith('opened', { requestId: 'r', opened });
  });

  it('answers null when the dialog was closed', async () => {
    expect(await answersOf(testDesk()).open({ requestId: 'r', from: { dialog: 'files' } })).toBeNull();
    expect(await answersOf(testDesk()).open({ requestId: 'r', from: { dialog: 'folder' } })).toBeNull();
  });

  it('begins the review of the demonstration with its own regions, and only once', async () => {
    // The first snapshot knows another image of the study alone: its review must wait for the rest.
    const desk = testDesk({ reader: readerOf(openedWith('1.2.3'), openedWith('9.9')) });
    mkdirSync(desk.places.demo, { recursive: true });
    const elsewhere = { ...region, id: 'b', sopInstanceUid: '9.9' };
    writeFileSync(join(desk.places.demo, 'regions.json'), JSON.stringify([region, elsewhere]));
    const answers = answersOf(desk);
    await answers.open({ requestId: 'r', from: 'demonstration' });
    expect(valueOf(await answers.loadReview({ studyInstanceUid: '1.2' }))).toEqual({
      regions: [region],
      measurements: [],
      comment: '',
    });
    const change = textOf({ put: [], removed: ['a'], order: null });
    await answers.changeRegions({ studyInstanceUid: '1.2', change });
    await answers.open({ requestId: 'r', from: { paths: [desk.places.demo] } });
    expect(valueOf(await answers.loadReview({ studyInstanceUid: '1.2' }))).toEqual({
      regions: [],
      measurements: [],
      comment: '',
    });
  });

  it('is given up by its request id', async () => {
    let signal: AbortSignal | undefined;
    const reader = {
      call: (_name: string, _argument: unknown, options: { signal: AbortSignal }) => {
        signal = options.signal;
        return new Promise((_resolve, reject) =>
          signal!.addEventListener('abort', () => reject(new Error('stop'))),
        );
      },
    } as never;
    const answers = answersOf(testDesk({ reader }));
    const opening = answers.open({ requestId: 'r', from: { paths: ['/a'] } });
    await vi.waitFor(() => expect(signal).toBeDefined());
    await answers.cancel({ requestId: 'other' });
    expect(signal?.aborted).toBe(false);
    await answers.cancel({ requestId: 'r' });
    await expect(opening).rejects.toThrow('stop');
  });
});

describe('texts', () => {
  it('are checked when they are taken out', async () => {
    const answers = answersOf(testDesk());
    const change = textOf({ put: [{ ...region, frame: 0 }], removed: [], order: null });
    expect(() => answers.changeRegions({ studyInstanceUid: '1.2', change })).toThrow(/frame/);
    expect(valueOf(await answers.loadReview({ studyInstanceUid: '1.2' })).regions).toEqual([]);
    const instances = textOf([{ sopInstanceUid: 5 }]) as never;
    await expect(answers.readObject({ path: '/seg', instances, requestId: 'r' })).rejects.toThrow(/rows/);
  });
});

describe('models', () => {
  const summary = (id: string, problem = '') => ({ id, problem });
  /** An engine that finds fault with folders named broken. */
  const engine = {
    call: (_name: string, { folders }: { folders: string[] }) =>
      Promise.resolve(
        folders.map((id) => summary(id, id.includes('broken') ? `${id} has no card.json.` : '')),
      ),
  } as never;
  const choosing = (folder: string) => ({
    ...testDesk().dialogs,
    chooseFolder: () => Promise.resolve(folder),
  });

  it('are those that come along, then those that were added', async () => {
    const desk = testDesk({ engine, dialogs: choosing('/mine') });
    const bundled = join(desk.places.models, 'chest');
    mkdirSync(bundled, { recursive: true });
    const answers = answersOf(desk);
    expect(await answers.addModel(null)).toEqual(summary('/mine'));
    expect(await answers.listModels(null)).toEqual([summary(bundled), summary('/mine')]);
  });

  it('are not remembered when they cannot be used', async () => {
    const desk = testDesk({ engine, dialogs: choosing('/broken') });
    await expect(answersOf(desk).addModel(null)).rejects.toThrow('/broken has no card.json.');
    expect(desk.store.modelFolders.list()).toEqual([]);
  });

  it('are loaded only from the list', async () => {
    const load = answersOf(testDesk({ engine })).loadModel({ id: '/etc', requestId: 'r' });
    await expect(load).rejects.toThrow(/not in the list of models/);
  });
});

describe('export', () => {
  const content = {
    createdAt: '2026-01-02T03:04:05+01:00',
    study: { studyInstanceUid: '1.2', patientName: 'DOE^JANE' },
    model: { name: 'm', version: '1', weightsSha256: 'ff' },
    explanation: { sopInstanceUid: '1.2.3', frame: 1, method: 'grad-cam' },
    audit: { verdict: 'lesion' },
  } as unknown as ReportContent;

  it('suggests a name without the patient, writes, and leaves a trail', async () => {
    const choosePlace = vi.fn(() => Promise.resolve('/out/a.pdf'));
    const desk = testDesk({ dialogs: { ...testDesk().dialogs, choosePlace } });
    const answers = answersOf(desk);
    expect(await answers.exportReport({ format: 'pdf', content })).toEqual({ path: '/out/a.pdf' });
    expect(choosePlace).toHaveBeenCalledWith('sightline-report-2026-01-02.pdf', 'pdf');
    expect(desk.writeReport).toHaveBeenCalledWith('pdf', '/out/a.pdf', content);
    const [entry] = desk.store.trail.list();
    expect(entry).toMatchObject({
      action: 'export',
      subject: '1.2',
      details: { verdict: 'lesion', weights: 'ff' },
    });
    expect(JSON.stringify(entry)).not.toContain('DOE');
    await answers.revealFile({ path: '/out/a.pdf' });
    expect(desk.dialogs.reveal).toHaveBeenCalledWith('/out/a.pdf');
  });

  it('writes nothing and leaves no trail when the dialog was closed', async () => {
    const desk = testDesk();
    expect(await answersOf(desk).exportReport({ format: 'html', content })).toBeNull();
    expect(desk.writeReport).not.toHaveBeenCalled();
    expect(desk.store.trail.list()).toEqual([]);
  });

  it('shows no file that was not exported', () => {
    expect(() => answersOf(testDesk()).revealFile({ path: '/etc/passwd' })).toThrow(/not exported/);
  });
});

describe('a guided tour', () => {
  it('exports without asking and ends with the picture, a line and the exit code', async () => {
    const tour = join(testDesk().folder, 'tour');
    const desk = testDesk({ launch: { paths: [], demo: true, tour } });
    const answers = answersOf(desk);
    const { path } = (await answers.exportReport({ format: 'json', content: contentOfTour }))!;
    expect(path).toBe(join(tour, 'audit.json'));
    await answers.endTour({ ok: false, message: 'Something is missing.' });
    expect(readdirSync(tour)).toEqual(['window.png']);
    expect(readFileSync(join(tour, 'window.png'), 'utf8')).toBe('picture');
    expect(desk.curtain.say).toHaveBeenCalledWith('Something is missing.');
    expect(desk.curtain.exit).toHaveBeenCalledWith(1);
  });

  it('cannot be ended where there is none', async () => {
    await expect(answersOf(testDesk()).endTour({ ok: true, message: '' })).rejects.toThrow(/no tour/);
  });

  const contentOfTour = {
    study: { studyInstanceUid: '1.2' },
    model: {},
    explanation: {},
    audit: {},
    createdAt: '',
  } as ReportContent;
});

describe('explain', () => {
  const request = {
    modelId: '/m',
    method: 'grad-cam',
    classIndex: 'top',
    against: null,
    layers: [],
    parameters: {},
  } as const;
  const of = { sopInstanceUid: '1.2.3', frame: 1 };

  it('hands the engine the slice that the reader has', async () => {
    const slice = { sopInstanceUid: '1.2.3', frame: 1 };
    const explanation = {
      sopInstanceUid: '1.2.3',
      frame: 1,
      modelId: '/m',
      method: '',
      layer: '',
      layers: [],
      unit: 'logit',
      against: null,
      classLabel: '',
    };
    const engine = vi.fn(() => Promise.resolve(explanation));
    const desk = testDesk({
      reader: { call: () => Promise.resolve(slice) as never },
      engine: { call: engine as never },
    });
    expect(await answersOf(desk).explain({ requestId: 'r', path: '/a.dcm', of, request })).toBe(explanation);
    expect(engine).toHaveBeenCalledWith('explain', { ...request, slice }, expect.anything());
  });

  it('refuses a file that holds another image than the one shown', async () => {
    const desk = testDesk({
      reader: { call: () => Promise.resolve({ sopInstanceUid: '9', frame: 1 }) as never },
    });
    await expect(answersOf(desk).explain({ requestId: 'r', path: '/x/a.dcm', of, request })).rejects.toThrow(
      'a.dcm holds another image than the one shown; open it again.',
    );
  });
});
