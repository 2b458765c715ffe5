import { parentPort } from 'node:worker_threads';
import type { Slice } from '../../preload/vocabulary';
import { readSlice } from '../dicom/index';
import { buffersOf } from './buffers';
import type { SliceWish } from './calls';
import { answerTasks } from './pool/answer';

/** A thread of the reader: decodes one frame after the other with codecs of its own. */
answerTasks<SliceWish, Slice>(parentPort, ({ path, frame }) => readSlice(path, frame), buffersOf);
