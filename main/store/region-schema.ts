import { z } from 'zod';
import type { Region } from '../../preload/vocabulary';
import { mostMarks } from './change-schema';

const finite = z.number();
const uid = z.string().min(1).max(128);

/** A mark as it comes from outside: the window, a regions file, the database. Points are [column, row]. */
export const regionSchema = z
  .object({
    id: z.string().min(1).max(200),
    sopInstanceUid: uid,
    frame: z.number().int().min(1),
    kind: z.enum(['lesion', 'artefact']),
    label: z.string().max(500),
    shape: z.enum(['rectangle', 'ellipse', 'polygon']),
    points: z.array(z.tuple([finite, finite])).max(10_000),
    origin: z.string().max(500).optional(),
  })
  .refine((region) => hasEnoughPoints(region.shape, region.points.length), {
    message: 'a rectangle or an ellipse has two opposite corners, a polygon at least three',
    path: ['points'],
  }) satisfies z.ZodType<Region>;

/** All marks of a study. */
export const regionsSchema = z.array(regionSchema).max(mostMarks);

function hasEnoughPoints(shape: Region['shape'], count: number): boolean {
  return shape === 'polygon' ? count >= 3 : count === 2;
}
