import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

/** Writes a square PNG of smooth texture and returns its path; its content matters only in being no flat colour. */
export function texturePng(side: number): string {
  const png = new PNG({ width: side, height: side });
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const shade = 128 + 90 * Math.sin(row / 37) * Math.cos(column / 23);
      png.data.set([shade, shade * 0.8, shade * 0.7, 255], (row * side + column) * 4);
    }
  const path = join(mkdtempSync(join(tmpdir(), 'sightline-bench-')), `texture-${side}.png`);
  writeFileSync(path, PNG.sync.write(png));
  return path;
}
