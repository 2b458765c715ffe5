import { z } from 'zod';
import type { LoadedModel, MethodParameter, MethodSummary, TargetLayer } from '../../../preload/vocabulary';

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
  problems: z.record(z.enum(['layer-gradient', 'layer', 'input-gradient', 'scores', 'nothing']), z.string()),
  engine: z.object({ kind: z.enum(['compiled', 'eager', 'saved-model']), reason: z.string() }),
  weightsSha256: z.string(),
  provenance: z.string(),
  trainingData: z.string(),
  metrics: z.array(z.object({ name: z.string(), value: z.number(), data: z.string() })),
  limits: z.string(),
}) satisfies z.ZodType<LoadedModel>;

const named = { id: z.string(), name: z.string() };

const parameterSchema = z.discriminatedUnion('kind', [
  z.object({
    ...named,
    help: z.string(),
    kind: z.literal('number'),
    default: z.number(),
    minimum: z.number(),
    maximum: z.number(),
    step: z.number().min(0),
  }),
  z.object({
    ...named,
    help: z.string(),
    kind: z.literal('choice'),
    default: z.string(),
    options: z.array(z.object(named)),
  }),
]) satisfies z.ZodType<MethodParameter>;

export const methodSchema = z.object({
  ...named,
  family: z.enum(['cam', 'gradient', 'perturbation', 'control']),
  needs: z.enum(['layer-gradient', 'layer', 'input-gradient', 'scores', 'nothing']),
  passes: z.enum(['one', 'many']),
  place: z.enum(['layer', 'input']),
  unit: z.string(),
  answers: z.string(),
  costs: z.string(),
  misleads: z.string(),
  reference: z.string(),
  parameters: z.array(parameterSchema),
}) satisfies z.ZodType<MethodSummary>;
