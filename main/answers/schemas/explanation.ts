import { z } from 'zod';
import type { ClassScore, Explanation, ExplainRequest, HeatMap } from '../../../preload/vocabulary';
import { gridSize, referenceShape } from './slice';

const classIndex = z.number().int().min(0);

/** Values of a method's parameters; the engine checks them against the method. */
export const parametersSchema = z.record(z.string(), z.union([z.number(), z.string()]));

export const explainRequestSchema = z.object({
  modelId: z.string().min(1),
  method: z.string().min(1),
  classIndex: z.union([classIndex, z.literal('top')]),
  against: classIndex.nullable(),
  layers: z.array(z.string()),
  parameters: parametersSchema,
}) satisfies z.ZodType<Omit<ExplainRequest, 'slice'>>;

const scoreSchema = z.object({
  label: z.string(),
  logit: z.number(),
  probability: z.number(),
}) satisfies z.ZodType<ClassScore>;

const heatMapSchema = z
  .object({ rows: gridSize, columns: gridSize, values: z.instanceof(Float32Array), peak: z.number().min(0) })
  .refine(({ rows, columns, values }) => values.length === rows * columns, {
    message: 'the map must have rows × columns values',
  }) satisfies z.ZodType<HeatMap>;

export const explanationSchema = z.object({
  ...referenceShape,
  id: z.string(),
  modelId: z.string(),
  method: z.string(),
  parameters: parametersSchema,
  layer: z.string(),
  layers: z.array(z.string()),
  grid: z.tuple([z.number(), z.number()]),
  gridMap: z.instanceof(Float32Array),
  unit: z.string(),
  classIndex,
  against: classIndex.nullable(),
  classLabel: z.string(),
  scores: z.array(scoreSchema),
  map: heatMapSchema,
  seen: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  milliseconds: z.object({ prepare: z.number(), forward: z.number(), explain: z.number() }),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<Explanation>;
