// @ts-check
// Packed into the pinned runtime as its default application: loads the app named on the command line.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
// eslint-disable-next-line no-restricted-imports -- this file is no room of the app: it runs inside Electron, before it
import { app } from 'electron';

/** Two methods that Electron's own default application uses and its types leave out. */
const host = /** @type {typeof app & { setVersion(v: string): void, setAppPath(path: string): void }} */ (
  app
);

/** @param {string} path */
const load = (path) => import(pathToFileURL(path).href);

/**
 * Gives the app its name, version and folder, as a packaged one would have.
 * @param {string} path of the app's folder, or of a script
 * @returns {string} its main file
 */
function mainFile(path) {
  const manifest = join(path, 'package.json');
  if (!existsSync(manifest)) return path;
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, 'utf8'));
  host.setName(productName ?? name);
  if (version) host.setVersion(version);
  host.setAppPath(path);
  return join(path, main ?? 'index.js');
}

Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
const path = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (path === undefined) {
  process.stderr.write('Name the folder of an app: electron <folder>\n');
  app.exit(1);
} else {
  // Awaited at the top level, as Electron holds `ready` back until its default application has loaded: the app must
  // register its scheme before that.
  await load(mainFile(resolve(path))).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
}
