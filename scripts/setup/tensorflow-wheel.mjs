// @ts-check
import { existsSync } from 'node:fs';
import { cp, link, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pythonWithPip } from './compiler.mjs';
import { download } from './download.mjs';
import { CACHE } from './places.mjs';
import { SetupError } from './step.mjs';
import { buildAddon } from './tensorflow-addon.mjs';
import { TFJS_NODE } from './tensorflow-place.mjs';
import { unzip } from './unzip.mjs';

const VERSION = '2.21.0';
const UNPACKED = join(CACHE, `tensorflow-cpu-${VERSION}`);
const LIBRARIES = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const HEADERS = /^(tensorflow\/c\/|xla\/tsl\/|tsl\/|tensorflow\/core\/platform\/ctstring)/;

/**
 * The wheel holds the C library and its headers, which is all the addon needs; no Python runs it.
 * @param {string} python
 * @returns {import('./download.mjs').Download}
 */
const wheel = (python) => ({
  label: `TensorFlow ${VERSION}`,
  file: `tensorflow_cpu-${VERSION}-cp311-cp311-manylinux_2_27_x86_64.whl`,
  sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
  bytes: 273_829_956,
  fetch: (into, spare) => ({
    command: python,
    args: [
      ...[
        '-m',
        'pip',
        'download',
        '--no-deps',
        '--only-binary=:all:',
        '--no-cache-dir',
        '--disable-pip-version-check',
      ],
      ...[
        '--python-version',
        '3.11',
        '--platform',
        'manylinux_2_27_x86_64',
        '-d',
        into,
        `tensorflow-cpu==${VERSION}`,
      ],
    ],
    env: { TMPDIR: spare },
  }),
});

/**
 * Where a member of the wheel goes: the two libraries and the C headers with what they include.
 * @param {string} member
 * @returns {string | undefined}
 */
export function place(member) {
  const path = member.replace(/^tensorflow\//, '');
  if (LIBRARIES.includes(path)) return join('lib', path);
  const header = path.replace(/^include\//, '');
  return header !== path && HEADERS.test(header) ? join('include', header) : undefined;
}

/**
 * Unpacks the wheel once: whole or not at all.
 * @param {import('./log.mjs').Log} log
 */
async function unpackWheel(log) {
  if (existsSync(UNPACKED)) return;
  const python = await pythonWithPip();
  if (python === undefined) {
    throw new SetupError(
      'TensorFlow comes from a Python wheel here and there is no pip: install it with `sudo apt-get install python3-pip`.',
    );
  }
  const archive = await download(wheel(python), log);
  const folder = `${UNPACKED}.${process.pid}.tmp`;
  try {
    await unzip(archive, folder, place);
    await rename(folder, UNPACKED);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await rm(archive);
}

/** Lays library and headers out as the addon's build expects them. The libraries are linked, not copied: 850 MB. */
async function layOut() {
  const deps = join(TFJS_NODE, 'deps');
  await rm(deps, { recursive: true, force: true });
  await mkdir(join(deps, 'lib'), { recursive: true });
  await cp(join(UNPACKED, 'include'), join(deps, 'include'), { recursive: true });
  for (const name of await readdir(join(UNPACKED, 'lib'))) {
    const [from, to] = [join(UNPACKED, 'lib', name), join(deps, 'lib', name)];
    await link(from, to).catch(() => cp(from, to));
  }
}

/**
 * @param {import('./log.mjs').Log} log
 * @returns {Promise<void>}
 */
export async function installTensorFlowFromWheel(log) {
  await unpackWheel(log);
  await layOut();
  log.say('  TensorFlow: building the addon');
  await buildAddon();
}
