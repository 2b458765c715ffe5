import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { run } from '../main/dicom/testing/tools';
import { writeZip, type ZipFile } from '../main/dicom/testing/zip';
import { expect, type Running, test } from './app';
import { brainFolder, demoFolder } from './places';
import { answerOpenDialog, answerSaveDialog, chooseModel, explain, pixelsOf, untilShown } from './window';

const files = readdirSync(brainFolder).sort();
const chest = join(demoFolder, 'chest');

/** The files of a folder as they lie in a ZIP, every other one deflated. */
const zipped = (folder: string, below: string): ZipFile[] =>
  readdirSync(folder).map((name, index) => ({
    name: `${below}/${name}`,
    bytes: readFileSync(join(folder, name)),
    deflate: index % 2 === 0,
  }));

function zipOf(path: string, folder: string): string {
  writeFileSync(
    path,
    writeZip([{ name: 'READ ME.txt', bytes: Buffer.from('hello') }, ...zipped(folder, 'disc 1/é')]),
  );
  return path;
}

/** Lets go of files over the window, as a file manager does. */
async function drop(window: Page, ...paths: string[]): Promise<void> {
  const { x, y, width, height } = (await window.getByTestId('viewport').boundingBox())!;
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
}

/** The pictures of the first and of the last slice of the folder that all others are compared with. */
async function endsOfFolder(launch: (...args: string[]) => Promise<Running>): Promise<readonly string[]> {
  const { app, window } = await launch(brainFolder);
  const ends = await endsOf(window);
  await app.close();
  return ends;
}

/** The pictures of the first and of the last slice on the screen. */
async function endsOf(window: Page): Promise<readonly string[]> {
  await expect(window.getByTestId('slice-number')).toHaveText(/Slice\s+1 \/ 20/);
  await expect(window.getByTestId('cancel-open')).toHaveCount(0);
  await window.getByTestId('viewport').focus();
  const pictures: string[] = [];
  for (const [key, slice] of [
    ['Home', 1],
    ['End', 20],
  ] as const) {
    await window.keyboard.press(key);
    await expect(window.getByTestId('slice-number')).toHaveText(new RegExp(`Slice\\s+${slice} / 20`));
    await expect.poll(async () => pictures.includes(await pixelsOf(window, 'viewport'))).toBe(false);
    pictures.push(await pixelsOf(window, 'viewport'));
  }
  return pictures;
}

test('a ZIP chosen in the dialog or dropped shows what its folder shows', async ({ launch, folder }) => {
  const zip = zipOf(join(folder, 'brain.zip'), brainFolder);
  const expected = await endsOfFolder(launch);

  const chosen = await launch();
  await answerOpenDialog(chosen.app, [zip]);
  await chosen.window.getByTestId('open-files').click();
  expect(await endsOf(chosen.window)).toEqual(expected);
  await expect(chosen.window.getByTestId('unreadable')).toContainText('READ ME.txt');
  await chosen.app.close();

  const dropped = await launch();
  await drop(dropped.window, zip);
  expect(await endsOf(dropped.window)).toEqual(expected);
});

test('a DICOMDIR leads to the files of its disc', async ({ launch, folder }) => {
  const disc = join(folder, 'disc');
  mkdirSync(join(disc, 'IMAGES'), { recursive: true });
  files.forEach((name, index) =>
    copyFileSync(join(brainFolder, name), join(disc, 'IMAGES', `IM${index + 1}`)),
  );
  run('dcmmkdir', '--quiet', '--invent', '+id', disc, '+r', '+D', join(disc, 'DICOMDIR'), 'IMAGES');
  writeFileSync(join(disc, 'AUTORUN.INF'), '[autorun]');
  const expected = await endsOfFolder(launch);

  const { app, window } = await launch(join(disc, 'DICOMDIR'));
  expect(await endsOf(window)).toEqual(expected);
  await expect(window.getByTestId('unreadable')).toHaveCount(0);
  await app.close();

  rmSync(join(disc, 'IMAGES', 'IM7'));
  const incomplete = await launch();
  await drop(incomplete.window, disc);
  await expect(incomplete.window.getByTestId('slice-number')).toContainText('/ 19');
  await expect(incomplete.window.getByTestId('unreadable')).toContainText('IM7 is listed in the DICOMDIR');
});

test('a dropped folder of files without extension or preamble is a series', async ({ launch, folder }) => {
  const bare = join(folder, 'bare');
  mkdirSync(join(bare, 'nested'), { recursive: true });
  files.forEach((name, index) => {
    const bytes = readFileSync(join(brainFolder, name));
    expect(bytes.toString('latin1', 128, 132)).toBe('DICM');
    writeFileSync(join(bare, index % 2 ? 'nested' : '', `${1000 - index}`), bytes.subarray(132));
  });
  const expected = await endsOfFolder(launch);
  const { window } = await launch();
  await drop(window, bare);
  expect(await endsOf(window)).toEqual(expected);
  await expect(window.getByTestId('unreadable')).toHaveCount(0);
});

test('a slice of a ZIP is explained and reported as that of a file is', async ({ launch, folder }) => {
  const zip = zipOf(join(folder, 'chest.zip'), chest);
  const reports: Record<string, Record<string, unknown>> = {};
  for (const [name, path] of [
    ['folder', chest],
    ['zip', zip],
  ] as const) {
    const { app, window } = await launch(path);
    await untilShown(window);
    await chooseModel(window, 'chest-honest');
    await explain(window);
    await expect(window.getByTestId('verdict')).toBeVisible();
    const file = join(folder, `${name}.json`);
    await answerSaveDialog(app, file);
    await window.getByTestId('export-json').click();
    await expect(window.getByTestId('written-json')).toBeVisible();
    reports[name] = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    await app.close();
  }
  expect(findAll(reports['zip'], 'scores')).toEqual(findAll(reports['folder'], 'scores'));
  expect(findAll(reports['zip'], 'scores')).not.toEqual([]);
});

test('a ZIP that was replaced by one with other images is not explained as the image shown', async ({
  launch,
  folder,
}) => {
  const zip = zipOf(join(folder, 'chest.zip'), chest);
  const { window } = await launch(zip);
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  const [first, ...others] = zipped(chest, 'disc 1/é');
  writeFileSync(zip, writeZip([first!, ...others].map((file) => ({ ...file, bytes: others[0]!.bytes }))));
  await window.getByTestId('explain').click();
  await expect(window.getByTestId('problem')).toContainText(
    'holds another image than the one shown; open it again.',
  );
  await expect(window.getByTestId('score-0')).toHaveCount(0);
});

/** All values of a name in what was parsed from JSON. */
function findAll(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === name ? [inner] : findAll(inner, name)));
}
