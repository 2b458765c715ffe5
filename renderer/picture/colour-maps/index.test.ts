import { describe, expect, it } from 'vitest';
import { colourAt, colourMapOf, colourMaps } from './index';

/** CIE L* of an sRGB colour (IEC 61966-2-1, D65). */
function lightness(rgb: readonly number[]): number {
  const linear = rgb.map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const y = 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

describe('colour maps', () => {
  it('begin with inferno and end with the rainbow, labelled', () => {
    expect(colourMaps[0]!.id).toBe('inferno');
    expect(colourMaps.at(-1)!.name).toContain('rainbow');
    expect(new Set(colourMaps.map((map) => map.id)).size).toBe(colourMaps.length);
  });

  it.each(colourMaps.map((map) => [map.id, map] as const))('%s has 256 colours', (_, map) => {
    expect(map.table).toHaveLength(768);
  });

  it.each(colourMaps.filter((map) => map.id !== 'turbo').map((map) => [map.id, map] as const))(
    '%s grows lighter all the way, in steps of nearly one size',
    (_, map) => {
      const levels = Array.from({ length: 17 }, (__, i) => lightness(colourAt(map, i / 16)));
      const stepSizes = levels.slice(1).map((level, i) => level - levels[i]!);
      const even = (levels.at(-1)! - levels[0]!) / 16;
      for (const size of stepSizes) expect(Math.abs(size - even)).toBeLessThan(0.55 * even);
    },
  );

  it('has the published end colours', () => {
    expect(colourAt(colourMapOf('inferno'), 1)).toEqual([252, 255, 164]);
    expect(colourAt(colourMapOf('viridis'), 0)).toEqual([68, 1, 84]);
    expect(colourAt(colourMapOf('viridis'), 7)).toEqual([253, 231, 37]);
  });

  it('answers the default for an id it does not know', () => {
    expect(colourMapOf('jet').id).toBe('inferno');
  });
});
