import type { Explanation, RegionKind } from '../../preload/vocabulary';
import type { Attention } from './attention';
import { sharedPixels } from './pointing';
import type { Marked } from './marked';
import type { Evidence, Rule } from './verdict';

/** A share as per cent: whole from 10 on, one digit below, never a 0 for something. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 0.1) return 'less than 0.1 %';
  return `${value >= 9.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)} %`;
}

const plural = { lesion: 'lesions', artefact: 'artefacts' } as const;

/** 'the lesion' or 'the lesions'. */
function the(kind: RegionKind, marked: readonly Marked[]): string {
  return `the ${marked.filter(({ region }) => region.kind === kind).length > 1 ? plural[kind] : kind}`;
}

/** The verdict as one sentence. */
export function sentenceOf(
  { verdict }: Rule,
  { classLabel }: Explanation,
  { lesion, artefact }: Evidence,
  marked: readonly Marked[],
): string {
  const attention = `The attention for “${classLabel}”`;
  switch (verdict) {
    case 'control':
      return 'What chance looks like: this map does not know the model, so no verdict is given on it.';
    case 'none':
      return `No evidence: nothing in this image speaks for “${classLabel}” in this map, so there is nothing to judge.`;
    case 'lesion':
      return `${attention} is on ${the('lesion', marked)}.`;
    case 'artefact':
      return `${attention} is on an artefact${lesion.marked ? `, not on ${the('lesion', marked)}` : ''}.`;
    case 'mixed':
      return `${attention} is mixed: neither ${the('lesion', marked)} nor ${the('artefact', marked)} clearly holds more of it.`;
    case 'elsewhere':
      return lesion.marked || artefact.marked
        ? `${attention} is elsewhere: on nothing that is marked.`
        : 'Nothing is marked on this image yet: mark the lesion and any artefact to learn which of them is looked at.';
  }
}

/** The three facts behind a verdict: what the lesions hold, what the artefacts hold, where the strongest point is. */
export function factsOf(evidence: Evidence, attention: Attention, marked: readonly Marked[]): string[] {
  if (!evidence.positive)
    return [
      'The largest value of the map is 0.',
      heldNothing('lesion', marked),
      heldNothing('artefact', marked),
    ];
  return [
    held('lesion', evidence, marked),
    held('artefact', evidence, marked),
    strongest(attention, evidence, marked),
  ];
}

function held(kind: RegionKind, evidence: Evidence, marked: readonly Marked[]): string {
  const hold = evidence[kind];
  const count = marked.filter(({ region }) => region.kind === kind).length;
  if (count === 0) return `No ${kind} is marked.`;
  if (hold.area === 0) return `No part of ${the(kind, marked)} is in what the model saw.`;
  const where = `On ${the(kind, marked)} and half a grid cell around`;
  const what = evidence.control ? 'this map' : 'the attention';
  return `${where} lies ${percent(hold.share)} of ${what}; chance is ${percent(hold.area)}.`;
}

function heldNothing(kind: RegionKind, marked: readonly Marked[]): string {
  const count = marked.filter(({ region }) => region.kind === kind).length;
  return count === 0 ? `No ${kind} is marked.` : `Nothing lies on ${the(kind, marked)}.`;
}

function strongest(
  { summit, map }: Attention,
  { lesion, artefact }: Evidence,
  marked: readonly Marked[],
): string {
  const pixel = summit[summit.length >> 1]!;
  const place = `column ${(pixel % map.columns) + 1}, row ${Math.floor(pixel / map.columns) + 1}`;
  const point = `The strongest point (${place}) lies`;
  const inside = marked.find(({ pixels }) => sharedPixels(summit, pixels) > 0);
  if (inside) return `${point} inside the ${inside.region.kind} ${nameOf(inside)}.`;
  const kinds = (['lesion', 'artefact'] as const).filter((kind) => ({ lesion, artefact })[kind].strongest);
  if (kinds.length === 0) return `${point} on nothing that is marked.`;
  return `${point} within half a grid cell of ${kinds.map((kind) => the(kind, marked)).join(' and of ')}.`;
}

/** The label in quotation marks, or the place in the list where there is none. */
export function nameOf({ region }: Marked): string {
  return `“${region.label || region.kind}”`;
}
