import { z } from 'zod';
import type { ClassMapsQuestion, SeriesPlace } from '../../../preload/vocabulary';
import { parametersSchema } from './explanation';
import { pathSchema, referenceShape } from './slice';

const size = z.number().int().min(1).max(65_535);

/** The places of a run over a series, taken out of their text. */
export const seriesPlacesSchema = z
  .array(z.object({ ...referenceShape, path: pathSchema, rows: size, columns: size }))
  .max(100_000) satisfies z.ZodType<readonly SeriesPlace[]>;

export const classMapsQuestionSchema = z.object({
  modelId: z.string().min(1),
  method: z.string().min(1),
  parameters: parametersSchema,
  layer: z.string(),
  classes: z.array(z.number().int().min(0)).max(100_000),
}) satisfies z.ZodType<ClassMapsQuestion>;
