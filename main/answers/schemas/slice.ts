import { z } from 'zod';
import type { Slice, SliceReference, Window } from '../../../preload/vocabulary';

/** A path as the window hands it over; Node refuses a null character with a sentence of its own. */
export const pathSchema = z.string().min(1).max(32_767);

export const referenceShape = {
  sopInstanceUid: z.string().min(1).max(128),
  frame: z.number().int().min(1),
} satisfies z.ZodRawShape;

export const sliceReferenceSchema = z.object(referenceShape) satisfies z.ZodType<SliceReference>;

export const windowSchema = z.object({
  center: z.number(),
  width: z.number().positive(),
  explanation: z.string(),
  voiLutFunction: z.literal('LINEAR_EXACT').optional(),
}) satisfies z.ZodType<Window>;

/** rows and columns stay below what DICOM's US can say. */
export const gridSize = z.number().int().min(1).max(65_535);

export const sliceSchema = z
  .object({
    ...referenceShape,
    rows: gridSize,
    columns: gridSize,
    samples: z.union([z.literal(1), z.literal(3)]),
    pixels: z.union([z.instanceof(Float32Array), z.instanceof(Uint8ClampedArray)]),
    inverted: z.boolean(),
    unit: z.string(),
    windows: z.array(windowSchema),
    minimum: z.number(),
    maximum: z.number(),
    photometricInterpretation: z.string(),
  })
  .refine(({ rows, columns, samples, pixels }) => pixels.length === rows * columns * samples, {
    message: 'the slice must have rows × columns × samples pixels',
  }) satisfies z.ZodType<Slice>;
