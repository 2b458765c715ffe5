import { BrowserWindow, dialog } from 'electron';
import type { Settings } from './store/settings';
import { rememberBounds, rememberedBounds } from './window/bounds';
import { origin } from './window/scheme';

/**
 * Opens the one window: sandboxed, isolated, without Node. It is shown when it has something to show, and comes
 * back by itself when its process ends; what was marked and written is in the store by then.
 */
export function openWindow(settings: Settings, preload: string): BrowserWindow {
  const { maximized, ...bounds } = rememberedBounds(settings);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Sightline',
    backgroundColor: '#101214',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberBounds(window, settings);
  reviveOnCrash(window);
  void window.loadURL(`${origin}/index.html`);
  return window;
}

/** Shows one sentence beside the window without holding anything up. */
export function tell(window: BrowserWindow, message: string): void {
  if (message) void dialog.showMessageBox(window, { type: 'warning', message, title: 'Sightline' });
}

function reviveOnCrash(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    const soonAfter = now - last < 10_000;
    last = now;
    if (reason === 'clean-exit' || soonAfter) return;
    window.webContents.reload();
  });
}
