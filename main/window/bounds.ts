import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import type { Settings } from '../store/settings';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(640),
  height: z.number().int().min(480),
  maximized: z.boolean(),
});

const settingName = 'window';

/** Where the window was when it was closed last, if that place is still on a screen; else 1440 × 900. */
export function rememberedBounds(settings: Settings): Partial<Rectangle> & { maximized: boolean } {
  const kept = settings.read(settingName, boundsSchema);
  if (!kept) return { width: 1440, height: 900, maximized: false };
  const { x, y, width, height } = screen.getDisplayMatching(kept).workArea;
  const visible = kept.x < x + width && kept.y < y + height && kept.x + kept.width > x && kept.y >= y;
  return visible ? kept : { width: kept.width, height: kept.height, maximized: kept.maximized };
}

/** Keeps the window's place when it closes. */
export function rememberBounds(window: BrowserWindow, settings: Settings): void {
  window.on('close', () => {
    settings.write(settingName, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
}
