import { z } from 'zod';
import type {
  Audit,
  DisplaySettings,
  MetricValue,
  ReportContent,
  TargetAudit,
} from '../../../preload/vocabulary';
import { measurementSchema } from '../../store/measurement-schema';
import { regionsSchema } from '../../store/region-schema';
import { explanationSchema } from './explanation';
import { loadedModelSchema, methodSchema } from './model';
import { sliceSchema, windowSchema } from './slice';
import { instanceSchema, seriesSchema, studySchema } from './study';

export const fraction = z.number().min(0).max(1);

const metricSchema = z.object({
  id: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  chance: z.number().nullable(),
  unit: z.enum(['share', 'hit', 'ratio']),
  note: z.string(),
}) satisfies z.ZodType<MetricValue>;

const targetSchema = z.object({
  target: z.string(),
  kind: z.enum(['lesion', 'artefact']),
  regionIds: z.array(z.string()),
  areaPixels: z.number(),
  metrics: z.array(metricSchema),
}) satisfies z.ZodType<TargetAudit>;

const auditSchema = z.object({
  explanationId: z.string(),
  threshold: fraction,
  verdict: z.enum(['lesion', 'artefact', 'mixed', 'elsewhere', 'none', 'control']),
  sentence: z.string(),
  facts: z.array(z.string()),
  targets: z.array(targetSchema),
  warnings: z.array(z.string()),
}) satisfies z.ZodType<Audit>;

const displaySchema = z.object({
  window: windowSchema.nullable(),
  invert: z.boolean(),
  overlaysShown: z.boolean(),
  overlay: z.object({
    visible: z.boolean(),
    opacity: fraction,
    threshold: fraction,
    colourMap: z.string(),
    style: z.enum(['wash', 'contour']),
  }),
}) satisfies z.ZodType<DisplaySettings>;

export const formatSchema = z.enum(['pdf', 'html', 'json']);

export const reportContentSchema = z.object({
  study: studySchema,
  series: seriesSchema,
  instance: instanceSchema,
  slice: sliceSchema,
  display: displaySchema,
  model: loadedModelSchema,
  method: methodSchema,
  explanation: explanationSchema,
  regions: regionsSchema,
  measurements: z.array(measurementSchema),
  audit: auditSchema,
  comment: z.string(),
  createdAt: z.iso.datetime({ offset: true }),
  software: z.record(z.string(), z.string()),
}) satisfies z.ZodType<ReportContent>;
