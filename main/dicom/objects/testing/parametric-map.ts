import type { Elements } from '../../testing/write';
import { imageElements } from '../../testing/image';

/** A parametric map of floats for a test. */
export interface TestMap {
  readonly rows: number;
  readonly columns: number;
  readonly frames: readonly {
    readonly values: readonly number[];
    readonly position?: readonly [number, number, number];
    readonly source?: string;
  }[];
  readonly double?: boolean;
  readonly spacing?: readonly [row: number, column: number];
  readonly slope?: number;
  readonly intercept?: number;
}

const sequence = (...items: Elements[]): Elements[number] => ['SQ', { items }];

const codeItem = (scheme: string, value: string, meaning: string): Elements => ({
  0x00080100: ['SH', value],
  0x00080102: ['SH', scheme],
  0x00080104: ['LO', meaning],
});

/** Elements of a parametric map with Float or Double Float Pixel Data. */
export function mapElements(options: TestMap, more: Elements = {}): Elements {
  const { rows, columns, frames, double = false, spacing = [1, 1] } = options;
  const values = frames.flatMap((frame) => frame.values);
  const pixels = Buffer.from((double ? Float64Array : Float32Array).from(values).buffer);
  const image = imageElements({ rows, columns, bitsAllocated: double ? 64 : 32, pixels });
  return {
    ...Object.fromEntries(Object.entries(image).filter(([tag]) => Number(tag) !== 0x7fe00010)),
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.30'],
    0x00080018: ['UI', '1.2.30'],
    0x00080060: ['CS', 'OT'],
    0x0020000e: ['UI', '1.2.3.30'],
    0x00200052: ['UI', '1.9'],
    0x00280008: ['IS', String(frames.length)],
    0x00700080: ['CS', 'PERFUSION'],
    0x52009229: sequence({
      0x00209116: sequence({ 0x00200037: ['DS', '1\\0\\0\\0\\1\\0'] }),
      0x00289110: sequence({ 0x00180050: ['DS', '2'], 0x00280030: ['DS', spacing.join('\\')] }),
      0x00409096: sequence(mapping(options)),
    }),
    0x52009230: sequence(...frames.map(frameGroups)),
    ...(double ? { 0x7fe00009: ['OD', pixels] } : { 0x7fe00008: ['OF', pixels] }),
    ...more,
  };
}

function mapping({ slope = 1, intercept = 0 }: TestMap): Elements {
  return {
    0x00283003: ['LO', 'Regional blood flow'],
    0x004008ea: sequence(codeItem('UCUM', 'ml/(100.g.min)', 'ml/100g/min')),
    0x00409210: ['SH', 'CBF'],
    0x00409213: ['FD', [1e30]],
    0x00409214: ['FD', [-1e30]],
    0x00409220: sequence({
      0x0040a040: ['CS', 'CODE'],
      0x0040a043: sequence(codeItem('SCT', '246205007', 'Quantity')),
      0x0040a168: sequence(codeItem('DCM', '113055', 'Cerebral blood flow')),
    }),
    0x00409224: ['FD', [intercept]],
    0x00409225: ['FD', [slope]],
  };
}

function frameGroups({ position, source }: TestMap['frames'][number]): Elements {
  return {
    ...(source === undefined
      ? {}
      : ({ 0x00089124: sequence({ 0x00082112: sequence({ 0x00081155: ['UI', source] }) }) } as Elements)),
    ...(position ? ({ 0x00209113: sequence({ 0x00200032: ['DS', position.join('\\')] }) } as Elements) : {}),
  };
}
