import type { Opened, StudyOutline } from '../../preload/contract';
import type { Study, StudyObject } from '../../preload/vocabulary';

/** Images, and files that could not be read, that cross to the window at a time: what takes it a few milliseconds. */
const most = 200;

/** What was opened, told in pieces: each thing once, so that the window never has to take everything at a time. */
export class Parts {
  readonly #told = new Map<string, string>();

  #count = 0;

  constructor(private readonly listener: (part: Opened) => void) {}

  /** Parts told so far. */
  get count(): number {
    return this.#count;
  }

  /** Tells what was not told yet, or is another file by now. */
  add({ studies, unreadable, files }: Opened): void {
    const isNew = (key: string, value: string): boolean => {
      if (this.#told.get(key) === value) return false;
      this.#told.set(key, value);
      return true;
    };
    const news = studies.map((study) => ({
      ...study,
      series: study.series.map((series) => ({
        ...series,
        instances: series.instances.filter(({ sopInstanceUid, path }) => isNew(`i ${sopInstanceUid}`, path)),
      })),
      objects: study.objects.filter(({ sopInstanceUid, path }) => isNew(`o ${sopInstanceUid}`, path)),
    }));
    for (const piece of news.flatMap(piecesOf)) this.#tell({ studies: [piece], unreadable: [], files });
    const faults = unreadable.filter(({ path, reason }) => isNew(`u ${path}`, reason));
    for (const piece of inPieces(faults)) this.#tell({ studies: [], unreadable: piece, files });
  }

  #tell(part: Opened): void {
    this.#count++;
    this.listener(part);
  }
}

/** Its objects come first: whether a map is shown as an image depends on them. */
function piecesOf(study: Study): Study[] {
  const objects = inPieces<StudyObject>(study.objects).map((piece) => ({
    ...study,
    series: [],
    objects: piece,
  }));
  const images = study.series.flatMap((series) =>
    inPieces(series.instances).map((instances) => ({
      ...study,
      series: [{ ...series, instances }],
      objects: [],
    })),
  );
  return [...objects, ...images];
}

function inPieces<Thing>(things: readonly Thing[]): Thing[][] {
  const count = Math.ceil(things.length / most);
  return Array.from({ length: count }, (_, index) => things.slice(index * most, (index + 1) * most));
}

/** How what was opened lies, without the images themselves. */
export function outlineOf({ studies }: Opened): StudyOutline[] {
  return studies.map((study) => ({
    ...study,
    series: study.series.map(({ instances, ...series }) => ({
      ...series,
      instanceUids: instances.map(({ sopInstanceUid }) => sopInstanceUid).join('\n'),
    })),
  }));
}
