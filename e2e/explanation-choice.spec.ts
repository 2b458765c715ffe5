import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { writeDenseModel } from './dense-model';
import { answerOpenDialog, chooseModel, explain, pixelsOf, untilShown } from './window';

const facts = (window: Page) => window.getByTestId('explanation-facts');
const method = (window: Page) => window.getByTestId('method');

/** Opens the list of methods and waits until it has the keys. */
async function openMethods(window: Page): Promise<void> {
  await method(window).click();
  await expect(window.getByTestId('method-list')).toBeFocused();
}

async function explained(launch: (...args: string[]) => Promise<{ window: Page }>): Promise<Page> {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect(facts(window)).toContainText('Grad-CAM: nodule');
  return window;
}

test('a cheap method explains at once, and its words are read before it is chosen', async ({ launch }) => {
  const window = await explained(launch);
  const before = await pixelsOf(window, 'heat-map');
  await openMethods(window);
  await window.getByTestId('method-layer-cam').hover();
  await expect(window.getByTestId('methods')).toContainText(/Costs.*One pass forward/);
  await expect(window.getByTestId('methods')).toContainText('Jiang');
  await expect(method(window)).toHaveText('Grad-CAM');
  await window.getByTestId('method-layer-cam').click();
  await expect(window.getByTestId('method-list')).toBeHidden();
  await expect(facts(window)).toContainText('LayerCAM: nodule');
  await expect(facts(window)).toContainText('24×24 grid of evidence');
  await expect(window.getByTestId('not-yet')).toHaveCount(0);
  await expect.poll(() => pixelsOf(window, 'heat-map')).not.toBe(before);
});

test('a costly method waits for its parameters and for Explain', async ({ launch }) => {
  const window = await explained(launch);
  const parameter = (id: string) => window.getByTestId(`parameter-${id}`);
  const parameters = window.getByTestId('parameters');
  await openMethods(window);
  await window.keyboard.press('o');
  await window.keyboard.press('Enter');
  await expect(method(window)).toHaveText('Occlusion');
  await expect(window.getByTestId('not-yet')).toContainText('has another method');
  await expect(facts(window)).toContainText('Grad-CAM: nodule');

  await parameters.locator('summary').click();
  await parameter('patch').fill('250');
  await parameter('patch').press('Enter');
  await expect(window.getByTestId('parameter-fault')).toHaveText('Patch takes 1 to 100; 12.5 stays.');
  await expect(parameters).toHaveAttribute('data-changed', '0');
  await parameter('patch').fill('25');
  await parameter('stride').fill('25');
  await parameter('stride').press('Enter');
  await expect(parameters).toHaveAttribute('data-changed', '2');
  await expect(window.getByTestId('parameter-help')).toContainText('Stride: How far the square moves');

  await window.getByTestId('explain-now').click();
  await expect(facts(window)).toContainText('Occlusion: nodule');
  await expect(facts(window)).toContainText('192×192 grid of the input');
  await expect(facts(window)).toContainText('Patch 25 · Stride 25');
  await expect(window.getByTestId('not-yet')).toHaveCount(0);

  await window.getByTestId('parameter-defaults').click();
  await expect(parameter('patch')).toHaveValue('12.5');
  await expect(parameters).toHaveAttribute('data-changed', '0');
  await expect(window.getByTestId('not-yet')).toContainText('has other parameters');
});

test('the keys are the list’s while it is open, and nobody else’s', async ({ launch }) => {
  const window = await explained(launch);
  await method(window).focus();
  await window.keyboard.press('ArrowDown');
  await expect(window.getByTestId('method-list')).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('h');
  await expect(window.getByTestId('methods')).toContainText('Draelos');
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('method-list')).toBeHidden();
  await expect(method(window)).toBeFocused();
  await expect(method(window)).toHaveText('Grad-CAM');
  await expect(window.getByTestId('slice-number')).toHaveText(/1 \/ 4/);
  await expect(window.getByTestId('overlay-visible')).toBeChecked();
});

test('a model without layers is explained by what it allows, and the list says why', async ({
  launch,
  folder,
}) => {
  const model = join(folder, 'dense');
  writeDenseModel(model);
  const { app, window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await answerOpenDialog(app, [model]);
  await window.getByTestId('model').selectOption('add');
  await expect(window.getByTestId('instead')).toContainText('was chosen instead of Grad-CAM');
  await expect(method(window)).not.toHaveText('Grad-CAM');
  await openMethods(window);
  await expect(window.getByTestId('method-problem').first()).toBeVisible();
  const refused = window.getByTestId('method-grad-cam');
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await refused.hover();
  await expect(window.getByTestId('methods')).toContainText('Not with this model.');
  await refused.click({ force: true });
  await expect(window.getByTestId('method-list')).toBeVisible();
  await window.getByTestId('method-rise').click();
  await explain(window);
  await expect(facts(window)).toContainText('RISE: ');

  await chooseModel(window, 'chest-honest');
  await expect(method(window)).toHaveText('RISE');
  await expect(window.getByTestId('instead')).toHaveCount(0);
});
