import { z } from 'zod';

const finite = z.number().refine(Number.isFinite, 'must be a finite number');
const positive = finite.refine((value) => value > 0, 'must be above 0');

/**
 * How stored values become 0..1, clipped. Grey values are in modality units (HU where it is HU).
 * - window: the VOI LUT function LINEAR (PS3.3 C.11.2.1.2.1).
 * - values: min → 0, max → 1.
 * - percentile: the slice's own percentiles (0..100), linearly interpolated between ranks.
 * - display: what the eye sees; colour 0..255 → 0..1, grey through the first window of the slice.
 */
export const inputRange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('window'), center: finite, width: finite.min(1) }),
    z.object({ kind: z.literal('values'), min: finite, max: finite }),
    z.object({ kind: z.literal('percentile'), low: finite.min(0), high: finite.max(100) }),
    z.object({ kind: z.literal('display') }),
  ])
  .refine((range) => range.kind !== 'values' || range.max > range.min, 'max must be above min')
  .refine((range) => range.kind !== 'percentile' || range.high > range.low, 'high must be above low');

/** stretch: both axes to size; crop: the largest centred part of the model's shape; pad: all of it, black around. */
export const inputResize = z.enum(['stretch', 'crop', 'pad']);

/** How a slice becomes a model's input: the `input` of a model card. */
export const cardInput = z
  .object({
    rows: z.int().min(1).max(4096),
    columns: z.int().min(1).max(4096),
    channels: z.union([z.literal(1), z.literal(3)]),
    modality: z.array(z.string()).default([]),
    range: inputRange,
    resize: inputResize,
    /** After the range: (value − mean) / std, one number for all channels or one a channel. */
    normalise: z
      .object({ mean: z.array(finite).min(1), std: z.array(positive).min(1) })
      .default({ mean: [0], std: [1] }),
  })
  .refine(
    ({ channels, normalise }) =>
      [normalise.mean, normalise.std].every(({ length }) => length === 1 || length === channels),
    'normalise.mean and normalise.std must hold one number, or one a channel',
  );

export type InputRange = z.infer<typeof inputRange>;
export type InputResize = z.infer<typeof inputResize>;
export type CardInput = z.infer<typeof cardInput>;
