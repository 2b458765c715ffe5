import { textOf, valueOf } from '../../preload/text';
import type {
  HeatMap,
  ImportedMap,
  ImportedObject,
  Instance,
  Region,
  RegionKind,
  SliceReference,
  Study,
  StudyObject,
} from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import type { DrawnMap } from './drawn-map';
import { frameKey, type Place, placeKey } from './frames';
import { isFrom, regionsOf, tooMany } from './imported-regions';
import type { Problems } from './problems.svelte';
import type { Regions } from './regions.svelte';

/** An object that is being read. */
interface Running {
  readonly sopInstanceUid: string;
  readonly requestId: string;
}

/** Regions that wait until the earlier marks of their study are at hand. */
interface Waiting {
  readonly studyInstanceUid: string;
  readonly imported: ImportedObject;
}

/** What segmentations, structure sets, reports and parametric maps bring to the images, once it is asked for. */
export class Imports {
  /** What was read of each object that is shown, by its SOPInstanceUID; the last one shown comes last. */
  read = $state.raw<Readonly<Record<string, ImportedObject>>>({});
  running = $state.raw<Running | null>(null);
  /** Whether an imported map lies over the explanation of the same slice: what came last does. */
  inFront = $state(true);
  #kinds = $state.raw<Readonly<Record<string, RegionKind>>>({});
  #waiting: Waiting | null = null;

  constructor(
    private readonly regions: Regions,
    private readonly problems: Problems,
  ) {}

  /** The maps that are shown, by frame; of several on one frame the last. */
  readonly #maps = $derived.by(() => {
    const maps: Record<string, ImportedMap> = {};
    for (const { maps: own } of Object.values(this.read)) for (const map of own) maps[frameKey(map)] = map;
    return maps;
  });

  /** The map that is shown on a frame. */
  mapOn(slice: SliceReference | null): ImportedMap | null {
    return (slice && this.#maps[frameKey(slice)]) ?? null;
  }

  /** The same as it is drawn. */
  drawnOn(slice: SliceReference | null): DrawnMap | null {
    const found = this.mapOn(slice);
    return found && { map: found.map, seen: null, ...namesOf(found) };
  }

  /** The first map on some places of a series. */
  anyOn(places: readonly Place[]): ImportedMap | null {
    for (const place of places) {
      const found = this.#maps[placeKey(place)];
      if (found) return found;
    }
    return null;
  }

  /** The map on a place, where it measures the same as another one. */
  mapLike({ quantity, unit }: ImportedMap, place: Place): HeatMap | null {
    const found = this.#maps[placeKey(place)];
    return found?.quantity === quantity && found.unit === unit ? found.map : null;
  }

  /** The regions of the open study that came from an object. */
  regionsFrom(sopInstanceUid: string): readonly Region[] {
    return this.regions.all.filter((region) => isFrom(region, sopInstanceUid));
  }

  /** Whether anything of an object is on the images. */
  isShown(sopInstanceUid: string): boolean {
    const maps = this.read[sopInstanceUid]?.maps.length ?? 0;
    return maps > 0 || this.regionsFrom(sopInstanceUid).length > 0;
  }

  /** What the regions of an object count as. */
  kindOf(sopInstanceUid: string): RegionKind {
    return this.#kinds[sopInstanceUid] ?? this.regionsFrom(sopInstanceUid)[0]?.kind ?? 'lesion';
  }

  /** Lets the regions of an object count as a kind; those already there are changed in one step. */
  setKind(sopInstanceUid: string, kind: RegionKind): void {
    this.#kinds = { ...this.#kinds, [sopInstanceUid]: kind };
    const own = this.regionsFrom(sopInstanceUid);
    this.regions.exchange(
      own,
      own.map((region) => ({ ...region, kind })),
    );
  }

  /** Reads an object of a study and shows it; what it holds, or null where it could not be read or was given up. */
  async show(study: Study, { path, sopInstanceUid }: StudyObject): Promise<ImportedObject | null> {
    this.cancel();
    const requestId = newRequestId();
    this.running = { sopInstanceUid, requestId };
    try {
      const instances = textOf(imagesOf(study));
      const { regions, ...rest } = await ask('readObject', { path, instances, requestId });
      const imported = { ...rest, regions: valueOf(regions) };
      if (this.running?.requestId !== requestId) return null;
      this.#keep(study, imported);
      return imported;
    } catch (thrown) {
      this.problems.report(thrown);
      return null;
    } finally {
      if (this.running?.requestId === requestId) this.running = null;
    }
  }

  cancel(): void {
    if (this.running) void ask('cancel', { requestId: this.running.requestId });
    this.running = null;
  }

  /** Takes what an object brought off the images. */
  hide(sopInstanceUid: string): void {
    this.read = without(this.read, sopInstanceUid);
    this.regions.exchange(this.regionsFrom(sopInstanceUid), []);
  }

  /** The marks of a study are at hand: regions that waited for them are added, in place of those of the same object. */
  settle(studyInstanceUid: string): void {
    const waiting = this.#waiting;
    if (!waiting || waiting.studyInstanceUid !== studyInstanceUid) return;
    this.#waiting = null;
    const { sopInstanceUid } = waiting.imported.object;
    const former = this.regionsFrom(sopInstanceUid);
    const added = regionsOf(waiting.imported, this.kindOf(sopInstanceUid));
    const reason = tooMany(this.regions.all.length - former.length, added.length);
    if (reason) this.problems.tell(reason);
    else this.regions.exchange(former, added);
  }

  #keep({ studyInstanceUid }: Study, imported: ImportedObject): void {
    const { sopInstanceUid } = imported.object;
    this.read = { ...without(this.read, sopInstanceUid), [sopInstanceUid]: imported };
    if (imported.maps.length > 0) this.inFront = true;
    if (imported.regions.length === 0) return;
    this.#waiting = { studyInstanceUid, imported };
    this.settle(this.regions.atHand);
  }
}

/** The images of a study: what an object may lie on. */
function imagesOf({ series, objects }: Study): Instance[] {
  const own = objects.map(({ sopInstanceUid }) => sopInstanceUid);
  return series
    .flatMap(({ instances }) => instances)
    .filter(({ sopInstanceUid }) => !own.includes(sopInstanceUid));
}

/** How a map is called, and its unit ('' for none). */
export function namesOf({ quantity, unit }: ImportedMap): { unit: string; name: string } {
  return { unit: unit === '1' ? '' : unit, name: `Parametric map: ${quantity}` };
}

function without(
  read: Readonly<Record<string, ImportedObject>>,
  sopInstanceUid: string,
): Readonly<Record<string, ImportedObject>> {
  return Object.fromEntries(Object.entries(read).filter(([uid]) => uid !== sopInstanceUid));
}
