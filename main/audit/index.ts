import type { Audit, Explanation, Region, RegionKind, TargetAudit } from '../../preload/vocabulary';
import { methodNamed } from '../explain';
import { type Attention, attentionOf } from './attention';
import { cellOf, holdOf, type Marked, markedOn } from './marked';
import { figure } from './metric';
import { metrics } from './metrics';
import { type Together, together } from './together';
import { type Evidence, verdictOf } from './verdict';
import { warningsOf } from './warnings';
import { factsOf, sentenceOf } from './wording';

export { metrics } from './metrics';
export { regionMask } from './region';
export { rules, verdictNames } from './verdict';

/**
 * Says whether a map's attention lies on the lesions or on the artefacts; of a negative control only the figures.
 *
 * @param regions regions of any frames; only those of the explanation's own frame are measured
 * @param threshold 0..1 of the peak: only the overlap (IoU) depends on it, never the verdict
 * @throws PersonError where the explanation's method is none of the list
 */
export function auditMap(explanation: Explanation, regions: readonly Region[], threshold: number): Audit {
  const attention = attentionOf(explanation.map, explanation.seen, threshold);
  const marked = markedOn(explanation, regions, attention);
  const cell = cellOf(explanation);
  const all = together(marked, attention, cell);
  const has = (kind: RegionKind) => marked.some(({ region }) => region.kind === kind);
  const evidence: Evidence = {
    control: methodNamed(explanation.method).family === 'control',
    positive: attention.energy > 0,
    lesion: holdOf(attention, all.reach.lesion, has('lesion')),
    artefact: holdOf(attention, all.reach.artefact, has('artefact')),
  };
  const rule = verdictOf(evidence);
  return {
    explanationId: explanation.id,
    threshold,
    verdict: rule.verdict,
    sentence: sentenceOf(rule, explanation, evidence, marked),
    facts: factsOf(evidence, attention, marked),
    targets: targetsOf(marked, all, attention),
    warnings: warningsOf(marked, attention, cell),
  };
}

/** All lesions together, all artefacts together, then each region on its own where there are several of a kind. */
function targetsOf(marked: readonly Marked[], { exact }: Together, attention: Attention): TargetAudit[] {
  const kinds = (['lesion', 'artefact'] as const)
    .map((kind) => ({ kind, members: marked.filter(({ region }) => region.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  const all = kinds.map(({ kind, members }) =>
    target(togetherName(kind, members), kind, members, exact[kind], attention),
  );
  const each = kinds
    .filter(({ members }) => members.length > 1)
    .flatMap(({ kind, members }) =>
      members.map((one) => target(numbered(one, members), kind, [one], one.pixels, attention)),
    );
  return [...all, ...each];
}

/** A region's label, else its kind; numbered where several share the name, as the window numbers them. */
function numbered(one: Marked, members: readonly Marked[]): string {
  const name = ({ region }: Marked): string =>
    region.label || (region.kind === 'lesion' ? 'Lesion' : 'Artefact');
  const namesakes = members.filter((other) => name(other) === name(one));
  return namesakes.length > 1 ? `${name(one)} ${namesakes.indexOf(one) + 1}` : name(one);
}

function togetherName(kind: RegionKind, members: readonly Marked[]): string {
  if (members.length > 1) return kind === 'lesion' ? 'All lesions' : 'All artefacts';
  const label = members[0]?.region.label;
  const name = kind === 'lesion' ? 'Lesion' : 'Artefact';
  return label && label.toLowerCase() !== kind ? `${name} “${label}”` : name;
}

function target(
  name: string,
  kind: RegionKind,
  members: readonly Marked[],
  pixels: Uint32Array,
  attention: Attention,
): TargetAudit {
  return {
    target: name,
    kind,
    regionIds: members.map(({ region }) => region.id),
    areaPixels: pixels.length,
    metrics: metrics.map((metric) => figure(metric, { attention, pixels })),
  };
}
