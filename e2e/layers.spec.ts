import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { chooseModel, explain, pixelsOf, untilShown } from './window';

const layer = (window: Page, name: string) => window.locator(`[data-layer="${name}"]`);
const facts = (window: Page) => window.getByTestId('explanation-facts');

test('a layer is chosen in the drawing, two are fused, and the way back is short', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await explain(window);
  await expect(facts(window)).toContainText('24×24 grid');
  await expect(layer(window, 'evidence')).toHaveAttribute('aria-selected', 'true');

  await layer(window, 'relu3').hover();
  await expect(window.getByTestId('layer-facts')).toHaveText('Activation · 48×48×48 · early layer');
  const before = await pixelsOf(window, 'heat-map');
  await layer(window, 'relu3').click();
  await expect(facts(window)).toContainText('48×48 grid');
  await expect(layer(window, 'evidence')).toHaveAttribute('aria-selected', 'false');
  await expect.poll(() => pixelsOf(window, 'heat-map')).not.toBe(before);

  await layer(window, 'evidence').click({ modifiers: ['Shift'] });
  await expect(facts(window)).toContainText('share');
  await window.getByTestId('scrubber').hover();
  await expect(window.getByTestId('layer-facts')).toHaveText('Fused by maximum of shares: relu3 + evidence');

  await window.getByTestId('own-layer').click();
  await expect(facts(window)).toContainText('24×24 grid');
  await expect(window.getByTestId('own-layer')).toHaveCount(0);
});

test('the layers are chosen by the keys alone', async ({ launch }) => {
  const { window } = await launch('--demo');
  await untilShown(window);
  await chooseModel(window, 'chest-honest');
  await window.getByTestId('layers').focus();
  for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await window.keyboard.press(key);
  await expect(window.getByTestId('layer-name')).toHaveText('norm2');
  await window.keyboard.press('Enter');
  await expect(layer(window, 'norm2')).toHaveAttribute('aria-selected', 'true');
  await expect(window.getByTestId('early-advice')).toContainText('norm2');
  await window.keyboard.press('End');
  await window.keyboard.press('Space');
  await expect(window.locator('[data-layer][aria-selected="true"]')).toHaveCount(2);
});
