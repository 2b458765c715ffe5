import { z } from 'zod';
import type { Argument, CallName, Change } from '../../../preload/contract';
import type { Text } from '../../../preload/text';
import type { Instance, Measurement, Region, SeriesPlace } from '../../../preload/vocabulary';
import { regionsSchema } from '../../store/region-schema';
import { explainRequestSchema } from './explanation';
import { formatSchema, fraction, reportContentSchema } from './report';
import { classMapsQuestionSchema } from './series';
import { pathSchema, sliceReferenceSchema } from './slice';

const requestId = z.string().min(1).max(100);
const studyInstanceUid = z.string().min(1).max(128);
const frame = z.number().int().min(1);
const nothing = z.null();

/** Whether there is such a value in it is checked by who takes it out. */
const textSchema = <Value>() => z.custom<Text<Value>>((value) => typeof value === 'string');

const openFrom = z.union([
  z.object({ paths: z.array(pathSchema).min(1).max(100_000) }),
  z.object({ dialog: z.enum(['files', 'folder']) }),
  z.literal('demonstration'),
]);

/** What the window may hand over in each call; the compiler holds this list to the contract. */
export const argumentSchemas = {
  start: nothing,
  open: z.object({ requestId, from: openFrom }),
  readSlice: z.object({ path: pathSchema, frame, ahead: z.boolean().optional(), requestId }),
  readObject: z.object({ path: pathSchema, instances: textSchema<readonly Instance[]>(), requestId }),
  listModels: nothing,
  addModel: nothing,
  loadModel: z.object({ id: z.string().min(1), requestId }),
  listMethods: nothing,
  explain: z.object({
    requestId,
    path: pathSchema,
    of: sliceReferenceSchema,
    request: explainRequestSchema,
  }),
  audit: z.object({ explanationId: z.string().min(1), regions: regionsSchema, threshold: fraction }),
  explainSeries: z.object({
    requestId,
    places: textSchema<readonly SeriesPlace[]>(),
    request: explainRequestSchema,
  }),
  mapOf: z.object({ explanationId: z.string().min(1) }),
  classMaps: z.object({
    requestId,
    path: pathSchema,
    of: sliceReferenceSchema,
    question: classMapsQuestionSchema,
  }),
  agreement: z.object({ explanationIds: z.array(z.string().min(1)).min(2).max(4) }),
  cancel: z.object({ requestId }),
  loadReview: z.object({ studyInstanceUid }),
  changeRegions: z.object({ studyInstanceUid, change: textSchema<Change<Region>>() }),
  changeMeasurements: z.object({ studyInstanceUid, change: textSchema<Change<Measurement>>() }),
  saveComment: z.object({ studyInstanceUid, comment: z.string().max(100_000) }),
  exportReport: z.object({ format: formatSchema, content: reportContentSchema }),
  revealFile: z.object({ path: pathSchema }),
  endTour: z.object({ ok: z.boolean(), message: z.string() }),
} satisfies { [Name in CallName]: z.ZodType<Argument<Name>> };
