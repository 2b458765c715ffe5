import { app, type BrowserWindow } from 'electron';
import type { Curtain } from './desk';

const nextPaint =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/** How a guided tour ends. */
export function curtainOf(window: BrowserWindow): Curtain {
  return {
    picture: async () => {
      await window.webContents.executeJavaScript(nextPaint);
      return (await window.webContents.capturePage()).toPNG();
    },
    exit: (code) => app.exit(code),
    say: (line) => console.log(line),
  };
}
