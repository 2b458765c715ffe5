import type { Argument, Opened, OpenedAll } from '../../preload/contract';
import type { Answers } from './bind';
import { beginReviews, demonstrationImages, demonstrationRegions } from './demonstration';
import type { Desk } from './desk';
import { outlineOf, Parts } from './parts';

/** Coming up, opening files, and giving a request up. */
export function opening(desk: Desk): Pick<Answers, 'start' | 'open' | 'cancel'> {
  const { launch, places, versions } = desk;
  return {
    start: () => {
      desk.announceStates();
      const paths = launch.demo ? [places.demo, ...launch.paths] : launch.paths;
      // The regions of the demonstration come through its review, which `open` begins where there is none.
      return { paths, tour: launch.tour, versions };
    },
    open: async ({ requestId, from }) => {
      const paths = await choose(desk, from);
      return paths.length > 0 ? index(desk, requestId, paths) : null;
    },
    cancel: ({ requestId }) => {
      desk.requests.cancel(requestId);
      return null;
    },
  };
}

async function choose({ dialogs, places }: Desk, from: Argument<'open'>['from']): Promise<readonly string[]> {
  if (from === 'demonstration') return [places.demo];
  if ('paths' in from) return from.paths;
  if (from.dialog === 'files') return dialogs.chooseFiles();
  const folder = await dialogs.chooseFolder('Open a folder of images');
  return folder === null ? [] : [folder];
}

/**
 * What is found goes to the window while the reader goes on. The demonstration comes when all of it was read: its
 * regions belong to studies that are known only then, and the window must find them when it asks for the review.
 */
async function index(desk: Desk, requestId: string, wanted: readonly string[]): Promise<OpenedAll> {
  const { demo } = desk.places;
  const withDemo = wanted.includes(demo);
  const regions = withDemo ? await demonstrationRegions(demo) : [];
  const paths = [
    ...wanted.filter((path) => path !== demo),
    ...(withDemo ? await demonstrationImages(demo) : []),
  ];
  const parts = new Parts((opened) => desk.announce('opened', { requestId, opened }));
  return desk.requests.run(requestId, async (signal) => {
    const opened = await desk.reader.call(
      'index',
      { paths },
      {
        signal,
        onProgress: (progress) => desk.announce('progress', { requestId, progress }),
        ...(regions.length === 0 && {
          onPart: (part: Opened) => parts.add(part),
        }),
      },
    );
    beginReviews(desk.store.reviews, opened, regions);
    parts.add(opened);
    return { studies: outlineOf(opened), parts: parts.count, files: opened.files };
  });
}
