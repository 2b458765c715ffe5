import type { HeatMap, Instance, Series, Slice } from '../../../preload/vocabulary';
import { type Cut, type CutDirection, cutOf, geometryOfPlane } from '../../picture/mpr/cut';
import { mapsAlong, planeThrough } from '../../picture/mpr/sample';
import type { Stack } from '../../picture/mpr/stack';
import type { Place } from '../frames';
import type { SeriesVolume } from './series-volume';

const names: Readonly<Record<CutDirection, string>> = {
  axial: 'Axial',
  coronal: 'Coronal',
  sagittal: 'Sagittal',
};

/**
 * A series cut in another direction: to the viewport a series like any other, whose images lie in the patient but in no
 * file. Values are interpolated, so they are shown and measured, never explained.
 */
export class CutSeries {
  readonly series: Series;
  readonly #cut: Cut;
  readonly #planes = new Map<string, number>();

  constructor(
    readonly source: Series,
    readonly sourcePlaces: readonly Place[],
    readonly direction: CutDirection,
    private readonly stack: Stack,
    private readonly read: SeriesVolume,
  ) {
    this.#cut = cutOf(read.volume.stack, direction);
    const instances = Array.from({ length: this.#cut.count }, (_, plane) => this.#instance(plane));
    instances.forEach(({ sopInstanceUid }, plane) => this.#planes.set(sopInstanceUid, plane));
    this.series = {
      ...source,
      seriesInstanceUid: `${source.seriesInstanceUid}:${direction}`,
      seriesDescription: `${names[direction]} cut of ${source.seriesDescription || 'the series'}`,
      instances,
    };
  }

  /** Whether an image is one of this series. */
  has({ sopInstanceUid }: Instance): boolean {
    return this.#planes.has(sopInstanceUid);
  }

  /** The picture of a place of this series. */
  slice({ instance }: Place): Slice {
    const { volume, look, minimum, maximum } = this.read;
    const plane = this.#planes.get(instance.sopInstanceUid)!;
    return {
      ...look,
      sopInstanceUid: instance.sopInstanceUid,
      frame: 1,
      rows: this.#cut.rows,
      columns: this.#cut.columns,
      pixels: planeThrough(volume, this.#cut, plane, minimum),
      minimum,
      maximum,
      overlays: [],
      shutter: null,
    };
  }

  /**
   * The maps of the source's slices along a place of this series, or null where no slice has one.
   * @param mapOf the map of a slice of the source
   */
  map({ instance }: Place, mapOf: (place: Place) => HeatMap | null): HeatMap | null {
    const plane = this.#planes.get(instance.sopInstanceUid)!;
    const maps = this.sourcePlaces.map(mapOf);
    const peak = maps.reduce((highest, map) => Math.max(highest, map?.peak ?? 0), 0);
    if (peak === 0) return null;
    const values = mapsAlong(
      this.stack,
      maps.map((map) => map?.values ?? null),
      this.#cut,
      plane,
    );
    return { rows: this.#cut.rows, columns: this.#cut.columns, values, peak };
  }

  #instance(plane: number): Instance {
    const [first] = this.source.instances as [Instance];
    const { spacing, step, rows, columns } = this.#cut;
    return {
      ...first,
      sopInstanceUid: `${this.source.seriesInstanceUid}:${this.direction}:${plane + 1}`,
      path: '',
      instanceNumber: plane + 1,
      numberOfFrames: 1,
      ...{ rows, columns, geometry: geometryOfPlane(this.#cut, plane), frameGeometry: null },
      sliceThickness: step,
      spacing: { row: spacing, column: spacing, kind: 'patient' },
      imageType: ['DERIVED', 'SECONDARY', 'REFORMATTED', ...this.#coarse()],
      frameRate: null,
    };
  }

  /** A volume of blocks says so on each of its images. */
  #coarse(): string[] {
    const { binning } = this.read;
    return binning === 1 ? [] : [`1/${binning} OF THE RESOLUTION`];
  }
}
