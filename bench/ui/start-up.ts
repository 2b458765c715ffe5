import { spawn } from 'node:child_process';
import { chromium, type Browser } from 'playwright';
import { freePort } from './free-port';

const deadline = 60_000;

/** Connects to a window that is coming up, trying again until it listens. */
async function connect(port: number, until: number): Promise<Browser> {
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 2000 });
    } catch (thrown) {
      if (performance.now() > until) throw thrown;
    }
  }
}

/** Milliseconds from `npm start` (all set up) until the window shows the demonstration study and can be used. */
export async function startUp(): Promise<number> {
  const port = await freePort();
  const before = performance.now();
  const args = ['start', '--', '--demo', `--remote-debugging-port=${port}`];
  const child = spawn('npm', args, { stdio: 'ignore', detached: true, env: process.env });
  try {
    const browser = await connect(port, before + deadline);
    const page = browser.contexts()[0]!.pages()[0]!;
    await page.getByTestId('explain').and(page.locator(':enabled')).waitFor({ timeout: deadline });
    const milliseconds = performance.now() - before;
    await browser.close();
    return milliseconds;
  } finally {
    if (child.pid) process.kill(-child.pid);
  }
}
