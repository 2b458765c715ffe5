import { expect, it } from 'vitest';
import { attentionOf } from './attention';
import { markedOn } from './marked';
import { explanationOf, mapOf, rectangle } from './testing/explanation';
import { together } from './together';

const explanation = explanationOf(mapOf(1, 12, () => 1));
const of = (seen: readonly number[], ...regions: ReturnType<typeof rectangle>[]) => {
  const attention = attentionOf(explanation.map, seen, 0.5);
  const { exact, reach } = together(markedOn(explanation, regions, attention), attention, {
    width: 5,
    height: 1,
  });
  return [exact.lesion, exact.artefact, reach.lesion, reach.artefact].map((pixels) => [...pixels]);
};

it('counts overlapping regions of a kind once and reaches half a cell around', () => {
  const regions = [rectangle('lesion', 3, 0, 5, 1), rectangle('lesion', 4, 0, 6, 1)];
  expect(of([0, 0, 12, 1], ...regions)).toEqual([[3, 4, 5], [], [1, 2, 3, 4, 5, 6, 7], []]);
});

it('gives a pixel that is marked as one kind to that kind, one near both to both, one marked as both to both', () => {
  const regions = [rectangle('lesion', 2, 0, 5, 1), rectangle('artefact', 4, 0, 6, 1)];
  const [lesion, artefact, nearLesion, nearArtefact] = of([0, 0, 12, 1], ...regions);
  expect([lesion, artefact]).toEqual([
    [2, 3, 4],
    [4, 5],
  ]);
  expect(nearLesion).toEqual([0, 1, 2, 3, 4, 6]);
  expect(nearArtefact).toEqual([4, 5, 6, 7]);
});

it('keeps to what the model saw', () => {
  expect(of([4, 0, 4, 1], rectangle('lesion', 0, 0, 5, 1))).toEqual([[4], [], [4, 5, 6], []]);
});
