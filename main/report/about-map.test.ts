import { expect, it } from 'vitest';
import type { MethodSummary, ReportContent } from '../../preload/vocabulary';
import { methods } from '../explain';
import { limitsOf, mapCaption, titleOf } from './about-map';
import { html } from './html';
import { syntheticContent } from './testing/content';

const content = syntheticContent();
const of = (family: MethodSummary['family']): ReportContent => ({
  ...content,
  method: { ...content.method, family },
});

it('says of every method what maps of its family leave out, and of a layer only where one is looked at', () => {
  for (const method of methods) {
    expect(limitsOf(method)).toMatch(/^(A|This) .*\.$/);
    expect(/layer/.test(limitsOf(method))).toBe(method.place === 'layer');
    expect(/neither that the finding is right/.test(limitsOf(method))).toBe(method.family !== 'control');
  }
});

it('never says of a control that it shows where a model looked', async () => {
  expect(titleOf(of('cam'))).toBe('Where the model looked');
  expect(mapCaption(of('cam'))).toBe('With the Grad-CAM map for “nodule” (wash)');
  expect(titleOf(of('control'))).toBe('What chance looks like');
  expect(mapCaption(of('control'))).toBe('With a map that explains nothing: Grad-CAM (wash)');
  const page = new TextDecoder().decode(await html.render(of('control')));
  expect(page).not.toContain('Where the model looked');
});
