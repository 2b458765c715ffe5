import { z } from 'zod';
import type { Change } from '../../preload/contract';

/** A review holds so many marks of a kind. */
export const mostMarks = 10_000;

const ids = z.array(z.string().min(1).max(200)).max(mostMarks);

/** A change of a list of marks as it comes from the window. */
export const changeSchema = <Mark>(markSchema: z.ZodType<Mark>): z.ZodType<Change<Mark>> =>
  z.object({ put: z.array(markSchema).max(mostMarks), removed: ids, order: ids.nullable() });
