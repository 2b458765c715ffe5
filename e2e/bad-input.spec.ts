import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { brainFolder, modelFolder } from './places';
import { answerOpenDialog, chooseModel, untilShown } from './window';

test('what cannot be read is listed with its reason and never stops the rest', async ({ launch, folder }) => {
  const mixed = join(folder, 'mixed');
  mkdirSync(mixed);
  cpSync(join(brainFolder, 'brain_001.dcm'), join(mixed, 'good.dcm'));
  writeFileSync(join(mixed, 'empty.dcm'), '');
  writeFileSync(join(mixed, 'letter.dcm'), 'Dear colleague, this is not an image. '.repeat(20));
  const { window } = await launch(mixed);
  await untilShown(window);
  const unreadable = window.getByTestId('unreadable');
  await unreadable.locator('summary').click();
  await expect(unreadable).toContainText(/empty\.dcm is empty/);
  await expect(unreadable).toContainText(/letter\.dcm/);
  await expect(window.getByTestId('slice-number')).toHaveText(/1 \/ 1/);
});

test('a path that is not there is told of', async ({ launch, folder }) => {
  const { window } = await launch(join(folder, 'nowhere'));
  await expect(window.locator('body')).toContainText(/nowhere/);
});

for (const [what, damage, sentence] of [
  ['without a card', (folder: string) => writeFileSync(join(folder, 'weights.bin'), ''), /card\.json/],
  [
    'with changed weights',
    (folder: string) => {
      cpSync(modelFolder('chest-honest'), folder, { recursive: true });
      writeFileSync(join(folder, 'weights.bin'), Buffer.alloc(64));
    },
    /weights/i,
  ],
] as const) {
  test(`a model folder ${what} gives a sentence and changes nothing`, async ({ launch, folder }) => {
    const model = join(folder, 'broken');
    mkdirSync(model);
    damage(model);
    const { app, window } = await launch(brainFolder);
    await untilShown(window);
    await chooseModel(window, 'chest-honest');
    await answerOpenDialog(app, [model]);
    await window.getByTestId('model').selectOption('add');
    await expect(window.getByTestId('problem')).toContainText(sentence);
    await expect(window.getByTestId('slice-number')).toHaveText(/1 \/ 20/);
    await chooseModel(window, 'chest-honest');
  });
}
