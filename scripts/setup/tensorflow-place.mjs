// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './places.mjs';

/** The package whose addon runs TensorFlow natively. */
export const TFJS_NODE = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-node');

/** @returns {string | undefined} path of the built addon, if it is there */
export function addonFile() {
  const lib = join(TFJS_NODE, 'lib');
  if (!existsSync(lib)) return undefined;
  const files = readdirSync(lib).map((folder) => join(lib, folder, 'tfjs_binding.node'));
  return files.find((file) => existsSync(file));
}
