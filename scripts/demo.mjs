// @ts-check
import { runEntry } from './entry.mjs';

await runEntry('demo', 'cli');
