import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { electronEnv, electronPath, launchArgs } from '../scripts/electron.mjs';
import { appFolder } from './places';

/** A running application and its window. */
export interface Running {
  readonly app: ElectronApplication;
  readonly window: Page;
}

interface Fixtures {
  /** A folder of this test alone. */
  readonly folder: string;
  /** Starts the application with arguments, in the profile of this test; what the window throws fails the test. */
  readonly launch: (...args: string[]) => Promise<Running>;
}

export const test = base.extend<Fixtures>({
  // Playwright wants a destructuring here even where a fixture needs no other.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use) => {
    const running: ElectronApplication[] = [];
    const faults: string[] = [];
    await use(async (...args) => {
      const started = await start(join(folder, 'profile'), args);
      running.push(started.app);
      started.window.on('pageerror', (error) => faults.push(error.stack ?? error.message));
      started.window.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      return started;
    });
    for (const app of running) await app.close();
    expect(faults, 'errors in the window').toEqual([]);
  },
});

async function start(profile: string, args: readonly string[]): Promise<Running> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...launchArgs(), appFolder, ...args],
    env: { ...electronEnv(), SIGHTLINE_USER_DATA: profile },
  });
  return { app, window: await app.firstWindow() };
}

export { expect };
