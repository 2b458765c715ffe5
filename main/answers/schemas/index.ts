import { z } from 'zod';
import type { Argument, CallName } from '../../../preload/contract';
import { changeSchema } from '../../store/change-schema';
import { measurementSchema } from '../../store/measurement-schema';
import { regionSchema, regionsSchema } from '../../store/region-schema';
import { explainRequestSchema } from './explanation';
import { formatSchema, fraction, reportContentSchema } from './report';
import { pathSchema, sliceReferenceSchema } from './slice';
import { instanceSchema } from './study';

const requestId = z.string().min(1).max(100);
const studyInstanceUid = z.string().min(1).max(128);
const frame = z.number().int().min(1);
const nothing = z.null();

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
  readObject: z.object({ path: pathSchema, instances: z.array(instanceSchema).max(100_000), requestId }),
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
  cancel: z.object({ requestId }),
  loadReview: z.object({ studyInstanceUid }),
  changeRegions: z.object({ studyInstanceUid, change: changeSchema(regionSchema) }),
  changeMeasurements: z.object({ studyInstanceUid, change: changeSchema(measurementSchema) }),
  saveComment: z.object({ studyInstanceUid, comment: z.string().max(100_000) }),
  exportReport: z.object({ format: formatSchema, content: reportContentSchema }),
  revealFile: z.object({ path: pathSchema }),
  endTour: z.object({ ok: z.boolean(), message: z.string() }),
} satisfies { [Name in CallName]: z.ZodType<Argument<Name>> };
