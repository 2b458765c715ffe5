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
  what: `ms from opening a folder of ${files} CT slices to the first image on the screen; beside pydicom over all headers`,
  run: () => withCtStudy({ files, withPixels: files / 100 }, measure),
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
    pydicomAllHeaders: Math.round(peer.seconds[0]! * 1000),
  };
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
