import { expect, it } from 'vitest';
import type { OverlayPlane, ReportContent, Window } from '../../preload/vocabulary';
import { json } from './json';
import { methodRows } from './rows';
import { syntheticContent } from './testing/content';

const base = syntheticContent();
const shown = (window: Window | null, more: Partial<ReportContent['display']> = {}): ReportContent => ({
  ...base,
  display: { ...base.display, window, ...more },
});
const displayOf = (content: ReportContent) => methodRows(content).find(([label]) => label === 'Display')![1];
const lut = { first: -1024, bits: 12, entries: Uint16Array.of(0, 7, 4095) };
const tabled = { center: -1022.5, width: 3, explanation: 'BONE', lut };
const plane: OverlayPlane = {
  ...{ label: 'marks', type: 'graphics', rows: 1, columns: 1, origin: [1, 1] },
  bits: Uint8Array.of(1),
};

it('says how the slice is shown: by a window, its function, or a VOI LUT', () => {
  const window = { center: 40, width: 400, explanation: '' };
  expect(displayOf(shown(null))).toBe('as stored');
  expect(displayOf(shown(window, { invert: true }))).toBe('window centre 40, width 400, inverted');
  expect(displayOf(shown({ ...window, voiLutFunction: 'SIGMOID' }))).toBe(
    'window centre 40, width 400 (SIGMOID)',
  );
  expect(displayOf(shown(tabled))).toBe('VOI LUT “BONE” of the file, 3 entries of 12 bits from −1024 on');
  expect(displayOf(shown({ ...tabled, explanation: 'VOI LUT' }))).toMatch(/^VOI LUT of the file, 3/);
});

it('says which overlay planes of the file are drawn', () => {
  const window = { center: 40, width: 400, explanation: '' };
  const withPlanes = (...overlays: OverlayPlane[]) => ({
    ...shown(window),
    slice: { ...base.slice, overlays },
  });
  expect(displayOf(withPlanes(plane))).toMatch(/, 1 overlay plane of the file drawn$/);
  expect(displayOf(withPlanes(plane, plane))).toMatch(/, 2 overlay planes of the file drawn$/);
  const hidden = { ...shown(window, { overlaysShown: false }), slice: { ...base.slice, overlays: [plane] } };
  expect(displayOf(hidden)).toBe('window centre 40, width 400');
});

it('gives a machine the whole VOI LUT and the names of the planes', async () => {
  const content = { ...shown(tabled), slice: { ...base.slice, overlays: [plane] } };
  const { display } = JSON.parse(new TextDecoder().decode(await json.render(content)));
  expect(display.window).toEqual({ ...tabled, lut: { ...lut, entries: [0, 7, 4095] } });
  expect(display.overlayPlanes).toEqual(['marks']);
  expect(display.overlaysShown).toBe(true);
});

it('says what was explained, where the map lies, and that a control is one', () => {
  const rowsOf = (more: Partial<ReportContent>) => Object.fromEntries(methodRows({ ...base, ...more }));
  const { explanation, method } = base;
  expect(rowsOf({})).toMatchObject({ Class: 'nodule (index 1)', Layer: 'conv_4, grid 14 × 14' });
  expect(rowsOf({})).not.toHaveProperty('Negative control');
  const fused = { layer: 'a + b', layers: ['a', 'b'], against: 0, classLabel: 'nodule − no finding' };
  expect(rowsOf({ explanation: { ...explanation, ...fused } })).toMatchObject({
    Difference: 'nodule − no finding (index 1 less index 0)',
    'Layers, fused': 'a + b, grid 14 × 14',
  });
  const onPixels = { layer: 'input', layers: [], parameters: { cells: 7 } };
  const control = { ...method, family: 'control' } as const;
  expect(rowsOf({ explanation: { ...explanation, ...onPixels }, method: control })).toMatchObject({
    Grid: '14 × 14, the pixels of the input',
    Parameters: 'cells = 7',
    'Negative control': expect.stringMatching(/does not know the model/) as unknown,
  });
  expect(rowsOf({ method: control })).not.toHaveProperty('Class');
});
