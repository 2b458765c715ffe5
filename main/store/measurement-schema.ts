import { z } from 'zod';
import type { Measurement, MeasurementKind } from '../../preload/vocabulary';

/** How many points each kind of measurement has, at least and at most. */
const pointsOf: Readonly<Record<MeasurementKind, readonly [number, number]>> = {
  length: [2, 2],
  angle: [3, 3],
  cobb: [4, 4],
  bidirectional: [4, 4],
  rectangle: [2, 2],
  ellipse: [2, 2],
  freehand: [3, 10_000],
  probe: [1, 1],
  arrow: [2, 2],
};

/** A measurement as it comes from outside: the window or the database. Points are [column, row]. */
export const measurementSchema = z
  .object({
    id: z.string().min(1).max(200),
    sopInstanceUid: z.string().min(1).max(128),
    frame: z.number().int().min(1),
    kind: z.enum(Object.keys(pointsOf) as [MeasurementKind, ...MeasurementKind[]]),
    points: z.array(z.tuple([z.number(), z.number()])),
    text: z.string().max(500),
  })
  .refine(({ kind, points }) => points.length >= pointsOf[kind][0] && points.length <= pointsOf[kind][1], {
    message: 'the number of points does not fit the kind of measurement',
    path: ['points'],
  }) satisfies z.ZodType<Measurement>;
