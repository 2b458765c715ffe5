import type { VerdictKind } from '../../preload/vocabulary';

/** What a map holds of one kind of region, measured over the regions' reach. */
export interface Hold {
  /** Whether any region of the kind is marked. */
  readonly marked: boolean;
  /** Share of the map's energy in reach, 0..1. */
  readonly share: number;
  /** Share of the area in reach, 0..1: what `share` would be by chance. */
  readonly area: number;
  /** Whether the strongest point is in reach. */
  readonly strongest: boolean;
}

export interface Evidence {
  /** Whether the map is a negative control, which does not know the model. */
  readonly control: boolean;
  /** Whether the map holds anything above 0. */
  readonly positive: boolean;
  readonly lesion: Hold;
  readonly artefact: Hold;
}

/** The figures of the rule, each with its reason. */
export const limits = {
  /** A region counts only if its attention is this many times its chance level: less is a coincidence of area. */
  enrichment: 1.5,
  /** Without the strongest point a region must hold this much beyond chance to be called looked at. */
  beyondChance: 0.25,
  /** One kind wins over the other if it holds this many times as much beyond chance. */
  dominance: 2,
} as const;

/**
 * Attention beyond chance: (share − area) / (1 − area), as Cohen's kappa (1960) corrects agreement: 0 at chance or
 * below, 1 where all of it is inside, and the plain share for a region much smaller than the image.
 */
export function beyondChance({ share, area }: Hold): number {
  return area < 1 ? Math.max(0, (share - area) / (1 - area)) : 0;
}

/** What the kind weighs: its attention beyond chance, or 0 where it is too close to chance to mean anything. */
export function weight(hold: Hold): number {
  const beyond = beyondChance(hold);
  return hold.share >= limits.enrichment * hold.area || beyond >= limits.beyondChance ? beyond : 0;
}

/** Looked at: weighs anything, and has the strongest point or a good part of the attention. */
export function looked(hold: Hold): boolean {
  return weight(hold) > 0 && (hold.strongest || beyondChance(hold) >= limits.beyondChance);
}

/** One kind is looked at, outweighs the other, and the strongest point is not the other's alone. */
function wins(one: Hold, other: Hold): boolean {
  const peakLost = other.strongest && !one.strongest;
  return looked(one) && weight(one) >= limits.dominance * weight(other) && !peakLost;
}

/** A row of the verdict table; the first row that holds decides. */
export interface Rule {
  readonly verdict: VerdictKind;
  /** The condition in words, for the screen and the documentation. */
  readonly when: string;
  readonly holds: (evidence: Evidence) => boolean;
}

/**
 * The rule of the verdict. It reads the whole map, so that moving the threshold of the overlay never changes it.
 *
 * *Reach* of a region: its pixels and those within half a cell of the map's own grid, less what is marked as the other
 * kind; a map cannot place its attention more finely than that, and a nodule is often smaller than a cell.
 * *Weight*: attention beyond chance, (share − area) / (1 − area), counted from 1.5 × chance or from 0.25 on.
 * *Looked at*: has weight, and holds the strongest point of the map or at least 0.25 beyond chance.
 *
 * | # | verdict | when |
 * | - | --- | --- |
 * | 1 | control | the map is a negative control: its figures are what chance looks like, and judge nothing |
 * | 2 | none | the map holds no positive evidence |
 * | 3 | elsewhere | nothing is marked |
 * | 4 | lesion | lesions looked at, weigh ≥ 2 × the artefacts, strongest point not on an artefact alone |
 * | 5 | artefact | artefacts looked at, weigh ≥ 2 × the lesions, strongest point not on a lesion alone |
 * | 6 | mixed | lesions or artefacts looked at, neither clearly more than the other |
 * | 7 | elsewhere | neither looked at |
 */
export const rules: readonly Rule[] = [
  {
    verdict: 'control',
    when: 'The map is a negative control, which does not know the model.',
    holds: ({ control }) => control,
  },
  {
    verdict: 'none',
    when: 'The map holds no positive evidence.',
    holds: ({ positive }) => !positive,
  },
  {
    verdict: 'elsewhere',
    when: 'Nothing is marked on the image.',
    holds: ({ lesion, artefact }) => !lesion.marked && !artefact.marked,
  },
  {
    verdict: 'lesion',
    when:
      'The lesions are looked at, weigh at least twice what the artefacts weigh, ' +
      'and the strongest point is not on an artefact alone.',
    holds: ({ lesion, artefact }) => wins(lesion, artefact),
  },
  {
    verdict: 'artefact',
    when:
      'The artefacts are looked at, weigh at least twice what the lesions weigh, ' +
      'and the strongest point is not on a lesion alone.',
    holds: ({ lesion, artefact }) => wins(artefact, lesion),
  },
  {
    verdict: 'mixed',
    when: 'Lesions or artefacts are looked at, but neither clearly more than the other.',
    holds: ({ lesion, artefact }) => looked(lesion) || looked(artefact),
  },
  {
    verdict: 'elsewhere',
    when: 'Neither lesions nor artefacts are looked at.',
    holds: () => true,
  },
];

/** The verdict and the row of the table that gave it. */
export function verdictOf(evidence: Evidence): Rule {
  const rule = rules.find(({ holds }) => holds(evidence));
  if (!rule) throw new Error('The last rule of the verdict table must always hold.');
  return rule;
}

/** The verdicts as headings. */
export const verdictNames: Readonly<Record<VerdictKind, string>> = {
  lesion: 'On the lesion',
  artefact: 'On an artefact',
  mixed: 'Mixed',
  elsewhere: 'Elsewhere',
  none: 'No evidence',
  control: 'Negative control',
};
