import { z } from 'zod';
import type { Geometry, Instance, Series, Study } from '../../../preload/vocabulary';
import { gridSize, pathSchema } from './slice';

const number = z.number();

const geometrySchema = z.object({
  position: z.tuple([number, number, number]),
  orientation: z.tuple([number, number, number, number, number, number]),
}) satisfies z.ZodType<Geometry>;

export const instanceSchema = z.object({
  sopInstanceUid: z.string(),
  sopClassUid: z.string(),
  path: pathSchema,
  transferSyntaxUid: z.string(),
  instanceNumber: number.nullable(),
  numberOfFrames: z.number().int().min(1),
  rows: gridSize,
  columns: gridSize,
  geometry: geometrySchema.nullable(),
  frameGeometry: z.array(geometrySchema.nullable()).nullable(),
  sliceThickness: number.nullable(),
  spacing: z
    .object({ row: number, column: number, kind: z.enum(['patient', 'detector', 'aspect']) })
    .nullable(),
  patientOrientation: z.tuple([z.string(), z.string()]).nullable(),
  laterality: z.string(),
  lossy: z.boolean(),
  lossyRatio: number.nullable(),
  imageType: z.array(z.string()),
  frameRate: number.nullable(),
  frameOfReferenceUid: z.string(),
}) satisfies z.ZodType<Instance>;

/** A series without its instances. */
export const seriesSchema = z.object({
  seriesInstanceUid: z.string(),
  modality: z.string(),
  seriesNumber: number.nullable(),
  seriesDescription: z.string(),
  bodyPartExamined: z.string(),
}) satisfies z.ZodType<Omit<Series, 'instances'>>;

/** A study without its series and objects. */
export const studySchema = z.object({
  studyInstanceUid: z.string(),
  studyDate: z.string(),
  studyTime: z.string(),
  studyDescription: z.string(),
  accessionNumber: z.string(),
  patientName: z.string(),
  patientId: z.string(),
  patientBirthDate: z.string(),
  patientSex: z.string(),
}) satisfies z.ZodType<Omit<Study, 'series' | 'objects'>>;
