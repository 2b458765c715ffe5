import type { Explanation, SliceAnswer } from '../../preload/vocabulary';
import { toSlice } from '../explain/resize';
import { valueOf } from '../explain/target';
import type { Placement } from '../prepare/placement';
import { PersonError } from '../process/errors';
import { Shelf } from '../process/shelf';

/** An explanation without its map on the slice, and what it takes to make it again: a hundredth of the size. */
interface Light {
  readonly explanation: Explanation;
  readonly placement: Placement;
}

/** In the place of a map that is made when it is asked for. */
const unmade = { rows: 0, columns: 0, values: new Float32Array(0), peak: 0 };

/** Light ones of whole series; whole ones of what was looked at last. */
const lightKept = { count: 20_000, weight: 256 * 2 ** 20 };
const wholeKept = { count: 8, weight: 128 * 2 ** 20 };

/** Bytes of a class's score: with a thousand classes they outweigh the map on the layer's grid. */
const scoreBytes = 64;

/** The explanations that were made, for audits and for looking at them again. */
export class Kept {
  readonly #light = new Shelf<Light>(lightKept);
  readonly #whole = new Shelf<Explanation>(wholeKept);

  /** Keeps one that is looked at now. */
  add(explanation: Explanation, placement: Placement): Explanation {
    this.addLight(explanation, placement);
    this.#whole.put(explanation.id, explanation, explanation.map.values.byteLength);
    return explanation;
  }

  /** Keeps one of many, without its map on the slice. */
  addLight(explanation: Explanation, placement: Placement): void {
    const light = { explanation: { ...explanation, map: unmade }, placement };
    const weight = explanation.gridMap.byteLength + explanation.scores.length * scoreBytes;
    this.#light.put(explanation.id, light, weight);
  }

  /** One with its map; null where it is no longer kept. */
  get(id: string): Explanation | null {
    const whole = this.#whole.get(id);
    if (whole) return whole;
    const light = this.#light.get(id);
    if (!light) return null;
    const { explanation, placement } = light;
    // Without a map there is one cell that says nothing, as where it was made.
    const { gridMap, grid } = explanation.layer
      ? explanation
      : { gridMap: new Float32Array(1), grid: [1, 1] as const };
    return this.add({ ...explanation, map: toSlice(gridMap, grid, placement) }, placement);
  }

  /** One that has a map. Throws PersonError where it is no longer kept or has none. */
  withMap(id: string): Explanation {
    const explanation = this.get(id);
    if (!explanation) throw new PersonError('This map is no longer kept; explain the slice again.');
    if (explanation.layer === '') throw new PersonError(explanation.warnings.at(-1)!);
    return explanation;
  }
}

/** What a run over a series tells of a slice. */
export function answerOf(explanation: Explanation): SliceAnswer {
  const { id, sopInstanceUid, frame, modelId, classLabel, scores, map, unit } = explanation;
  const score = valueOf(scores, explanation).probability;
  return {
    explanationId: id,
    sopInstanceUid,
    frame,
    modelId,
    label: classLabel,
    score,
    peak: map.peak,
    unit,
  };
}
