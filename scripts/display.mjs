// @ts-check
import { spawn } from 'node:child_process';

/** @returns {boolean} whether windows can be shown; only Linux may have no screen */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Starts Xvfb on a display of its own choice.
 * @returns {Promise<{ display: string, end: () => void }>}
 */
function startScreen() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
    const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const end = () => screen.kill();
    const why = 'There is no display and no virtual screen: install one with `sudo apt-get install xvfb`.';
    screen.on('error', () => reject(new Error(why)));
    screen.on('exit', () => reject(new Error(why)));
    let number = '';
    screen.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      number += chunk.toString();
      if (number.includes('\n')) resolve({ display: `:${number.trim()}`, end });
    });
  });
}

/**
 * Does work that opens windows: on the reader's screen, or on a virtual one that ends with the work.
 * @template T
 * @param {(screen: Record<string, string>) => Promise<T>} work given what to add to the environment
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const { display, end } = await startScreen();
  process.on('exit', end);
  try {
    return await work({ DISPLAY: display });
  } finally {
    end();
    process.off('exit', end);
  }
}
