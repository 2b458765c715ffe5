import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** How this machine starts Electron, as scripts/bench.mjs found it. */
export interface Launch {
  readonly executable: string;
  readonly args: readonly string[];
}

/** Reads the launch from the environment that scripts/bench.mjs prepares. */
export function launchFromEnvironment(): Launch {
  const executable = process.env['SIGHTLINE_ELECTRON'];
  if (!executable) throw new Error('Run this measurement through `npm run bench -- ui`.');
  return { executable, args: JSON.parse(process.env['SIGHTLINE_LAUNCH_ARGS'] ?? '[]') as string[] };
}

/** Opens the application on some paths with an empty profile of its own. */
export async function openWindow(
  paths: readonly string[],
): Promise<{ app: ElectronApplication; page: Page }> {
  const { executable, args } = launchFromEnvironment();
  const profile = mkdtempSync(join(tmpdir(), 'sightline-bench-profile-'));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, process.cwd(), ...paths],
    env: { ...(process.env as Record<string, string>), SIGHTLINE_USER_DATA: profile },
  });
  return { app, page: await app.firstWindow() };
}
