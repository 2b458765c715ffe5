import type { Opened } from '../../preload/contract';
import type { Instance, Region, Series, Study } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';

/** One instance with what it belongs to. */
export interface Found {
  readonly study: Study;
  readonly series: Series;
  readonly instance: Instance;
}

/** All instances in reading order. */
export function everyInstance({ studies }: Opened): Found[] {
  return studies.flatMap((study) =>
    study.series.flatMap((series) => series.instances.map((instance) => ({ study, series, instance }))),
  );
}

/** The one instance of a file. Throws PersonError with the reason where it cannot be read. */
export function theInstance(opened: Opened, path: string): Found {
  const [found] = everyInstance(opened);
  if (found) return found;
  throw new PersonError(opened.unreadable[0]?.reason ?? `${path} holds no image.`);
}

/** A frame that has regions. */
export interface MarkedFrame extends Found {
  readonly frame: number;
  readonly regions: readonly Region[];
}

/** The frames that regions lie on, in reading order; an instance found twice counts once. */
export function markedFrames(opened: Opened, regions: readonly Region[]): MarkedFrame[] {
  const seen = new Set<string>();
  return everyInstance(opened).flatMap((found) => {
    const { sopInstanceUid } = found.instance;
    if (seen.has(sopInstanceUid)) return [];
    seen.add(sopInstanceUid);
    const own = regions.filter((region) => region.sopInstanceUid === sopInstanceUid);
    const frames = [...new Set(own.map(({ frame }) => frame))].sort((a, b) => a - b);
    return frames.map((frame) => ({
      ...found,
      frame,
      regions: own.filter((region) => region.frame === frame),
    }));
  });
}
