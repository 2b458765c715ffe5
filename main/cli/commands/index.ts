import type { Command } from '../command';
import { audit } from './audit';
import { compare } from './compare';
import { decode } from './decode';
import { explain } from './explain';
import { indexFiles } from './index-files';
import { layers } from './layers';
import { listMethods } from './list-methods';
import { objects } from './objects';
import { report } from './report';
import { series } from './series';

/** Every command, in the order the help shows them. */
export const commands: readonly Command[] = [
  indexFiles,
  decode,
  objects,
  listMethods,
  layers,
  explain,
  compare,
  series,
  audit,
  report,
];
