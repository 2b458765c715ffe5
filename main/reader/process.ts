import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Slice } from '../../preload/vocabulary';
import { parentPort } from '../process/parent-port';
import type { SliceWish } from './calls';
import { Thread } from './pool/thread';
import { serveReader } from './serve';
import { sliceReader } from './slices';

/** More would cost memory that a few seconds of decoding do not make good. */
const mostThreads = 8;

/** The bundle of decoder.ts, beside this file's own. */
const decoder = join(import.meta.dirname, 'decoder.cjs');

/** The reader: parses and decodes files of unknown origin, in a process that may die of them. */
const readSlice = sliceReader(
  Math.min(availableParallelism(), mostThreads),
  () => new Thread<SliceWish, Slice>(decoder),
);
serveReader(parentPort(), readSlice);
