import { z } from 'zod';
import type { LoadedModel, MethodSummary, TargetLayer } from '../../../preload/vocabulary';

const count = z.number().int().min(0);

const targetLayerSchema = z.object({
  name: z.string(),
  kind: z.string(),
  rows: count,
  columns: count,
  channels: count,
}) satisfies z.ZodType<TargetLayer>;

export const loadedModelSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  intendedUse: z.string(),
  modalities: z.array(z.string()),
  problem: z.string(),
  format: z.string(),
  inputShape: z.tuple([count, count, count]),
  preparation: z.string(),
  classes: z.array(z.string()),
  output: z.enum(['softmax', 'sigmoid', 'logit']),
  targetLayers: z.array(targetLayerSchema),
  targetLayer: z.string(),
  camProblem: z.string(),
  weightsSha256: z.string(),
  provenance: z.string(),
  trainingData: z.string(),
  metrics: z.array(z.object({ name: z.string(), value: z.number(), data: z.string() })),
  limits: z.string(),
}) satisfies z.ZodType<LoadedModel>;

export const methodSchema = z.object({
  id: z.string(),
  name: z.string(),
  answers: z.string(),
  misleads: z.string(),
  reference: z.string(),
}) satisfies z.ZodType<MethodSummary>;
