import { z } from 'zod';
import type {
  OverlayPlane,
  Shutter,
  Slice,
  SliceReference,
  VoiLut,
  Window,
} from '../../../preload/vocabulary';

/** A path as the window hands it over; Node refuses a null character with a sentence of its own. */
export const pathSchema = z.string().min(1).max(32_767);

export const referenceShape = {
  sopInstanceUid: z.string().min(1).max(128),
  frame: z.number().int().min(1),
} satisfies z.ZodRawShape;

export const sliceReferenceSchema = z.object(referenceShape) satisfies z.ZodType<SliceReference>;

const voiLutSchema = z
  .object({ first: z.number(), bits: z.number().int().min(1).max(16), entries: z.instanceof(Uint16Array) })
  .refine(({ entries }) => entries.length > 0, {
    message: 'a VOI LUT must have entries',
  }) satisfies z.ZodType<VoiLut>;

export const windowSchema = z.object({
  center: z.number(),
  width: z.number().positive(),
  explanation: z.string(),
  voiLutFunction: z.enum(['LINEAR_EXACT', 'SIGMOID']).optional(),
  lut: voiLutSchema.optional(),
}) satisfies z.ZodType<Window>;

/** rows and columns stay below what DICOM's US can say. */
export const gridSize = z.number().int().min(1).max(65_535);

const overlaySchema = z
  .object({
    label: z.string(),
    type: z.enum(['graphics', 'region']),
    rows: gridSize,
    columns: gridSize,
    origin: z.tuple([z.number(), z.number()]),
    bits: z.instanceof(Uint8Array),
  })
  .refine(({ rows, columns, bits }) => bits.length === rows * columns, {
    message: 'an overlay must have rows × columns pixels',
  }) satisfies z.ZodType<OverlayPlane>;

const shutterSchema = z.object({
  rectangle: z
    .object({ left: z.number(), right: z.number(), upper: z.number(), lower: z.number() })
    .nullable(),
  circle: z
    .object({ row: z.number(), column: z.number(), radius: z.number().min(0), aspect: z.number().positive() })
    .nullable(),
  polygon: z.array(z.tuple([z.number(), z.number()])).nullable(),
  bitmap: overlaySchema.nullable(),
  presentationValue: z.number().int().min(0).max(65_535),
}) satisfies z.ZodType<Shutter>;

export const sliceSchema = z
  .object({
    ...referenceShape,
    rows: gridSize,
    columns: gridSize,
    samples: z.union([z.literal(1), z.literal(3)]),
    pixels: z.union([z.instanceof(Float32Array), z.instanceof(Int16Array), z.instanceof(Uint8ClampedArray)]),
    inverted: z.boolean(),
    unit: z.string(),
    windows: z.array(windowSchema),
    minimum: z.number(),
    maximum: z.number(),
    photometricInterpretation: z.string(),
    overlays: z.array(overlaySchema),
    shutter: shutterSchema.nullable(),
  })
  .refine(({ rows, columns, samples, pixels }) => pixels.length === rows * columns * samples, {
    message: 'the slice must have rows × columns × samples pixels',
  }) satisfies z.ZodType<Slice>;
