import { join } from 'node:path';
import { writeStudy } from './study';
import { buildModel, measureModel } from './train/build';
import { DEMO_MODELS } from './train/models';

const USAGE = `npm run demo:build                        writes the demonstration study to assets/demo
npm run demo:build -- --train [name…]     trains and measures the demonstration models (all, or those named)
npm run demo:build -- --measure [name…]   measures the models as they are and rewrites their cards

Models: ${DEMO_MODELS.map(({ name }) => name).join(', ')}`;

const MODELS = join(process.cwd(), 'assets', 'models');
const STUDY = join(process.cwd(), 'assets', 'demo');
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs the command; the exit code. */
async function main([command, ...names]: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !DEMO_MODELS.some((model) => model.name === name));
  const known = command === undefined || command === '--train' || command === '--measure';
  if (!known || unknown.length > 0) {
    process.stderr.write(
      `There is no ${unknown.length > 0 ? `model ${unknown.join(', ')}` : `option ${command}`}.\n\n${USAGE}\n`,
    );
    return 2;
  }
  if (command === undefined) await buildStudy();
  const chosen = DEMO_MODELS.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const model of command === undefined ? [] : chosen) {
    if (command === '--train') await buildModel(model, join(MODELS, model.name), tell);
    else await measureModel(model, join(MODELS, model.name), tell);
  }
  return 0;
}

async function buildStudy(): Promise<void> {
  const { files, bytes } = await writeStudy(STUDY);
  tell(`${files} DICOM files, ${(bytes / 1e6).toFixed(1)} MB, and regions.json in ${STUDY}`);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
