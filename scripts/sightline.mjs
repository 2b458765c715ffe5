#!/usr/bin/env node
// @ts-check
import { runEntry } from './entry.mjs';

await runEntry('cli', 'cli');
