import { runPydicom } from '../peers/pydicom';
import { spreadOf } from '../statistics';
import { openWindow } from '../ui/window';
import { withCtStudy } from './ct-study';
import type { ReaderPart } from './part';
import { openFolder } from './window/open-folder';

const files = 5_000;
const runs = 5;

/** The first image after a folder was opened, in a window that has just come up, while the rest is still being read. */
export const firstImagePart: ReaderPart = {
  name: 'first-image',
  what: `ms from opening a folder of ${files} CT slices to the first image on the screen, and the longest task of the window meanwhile (0: none over 50); beside pydicom over all headers`,
  run: async () => ({
    ...(await withCtStudy({ files, withPixels: files / 100 }, measure)),
    inOneSeries: await withCtStudy({ files, withPixels: files / 100, perSeries: files }, measureTasks),
  }),
};

async function measure(folder: string): Promise<object> {
  const peer = (await runPydicom('pydicom_headers.py', folder, '1')) as { seconds: readonly number[] };
  const openings = [];
  for (let i = 0; i < runs; i++) openings.push(await opening(folder));
  return {
    unit: 'ms',
    files,
    firstImage: spreadOf(openings.map(({ firstImage }) => firstImage)),
    allFilesListed: spreadOf(openings.map(({ allListed }) => allListed)),
    filesReadWhenTheFirstImageWasShown: spreadOf(openings.map(({ filesRead }) => filesRead)),
    longestTask: spreadOf(openings.map(({ longestTask }) => longestTask)),
    pydicomAllHeaders: Math.round(peer.seconds[0]! * 1000),
  };
}

async function measureTasks(folder: string): Promise<object> {
  const openings = [];
  for (let i = 0; i < runs; i++) openings.push(await opening(folder));
  return { longestTask: spreadOf(openings.map(({ longestTask }) => longestTask)) };
}

async function opening(folder: string): Promise<Awaited<ReturnType<typeof openFolder>>> {
  const { app, page } = await openWindow([]);
  try {
    await page.getByTestId('nothing-yet').waitFor();
    return await openFolder(app, page, folder, files);
  } finally {
    await app.close();
  }
}
