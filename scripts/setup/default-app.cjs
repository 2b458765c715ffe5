// Packed into the pinned runtime as its default application: loads the app named on the command line.
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');
const { app } = require('electron');

/** The first argument that is not a switch, after loading what `-r` names. */
function appPath(args) {
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '-r' || args[i] === '--require') require(resolve(args[(i += 1)]));
    else if (!args[i].startsWith('-')) return resolve(args[i]);
  }
  return undefined;
}

/** Gives the app its name, version and folder, as a packaged one would have, and answers its main file. */
function mainFile(path) {
  const manifest = join(path, 'package.json');
  if (!existsSync(manifest)) return path;
  const { name, productName, version, main } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setName(productName ?? name);
  if (version) app.setVersion(version);
  app.setAppPath(path);
  return join(path, main ?? 'index.js');
}

Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
const path = appPath(process.argv.slice(1));
if (path === undefined) {
  process.stderr.write('Name the folder of an app: electron <folder>\n');
  app.exit(1);
} else {
  import(pathToFileURL(mainFile(path)).href).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
}
