import { resolve } from 'node:path';
import type { TargetLayer } from '../../../preload/vocabulary';
import { PersonError } from '../../process/errors';
import type { Command } from '../command';
import { required } from '../given';
import { toJson } from '../write-file';

/** The layers that a model can be asked about. */
export const layers: Command = {
  name: 'layers',
  summary: 'list the layers of a model that can be the target: kinds and grids, in the order of computation',
  usage: '',
  options: {
    model: { value: 'DIR', help: 'the model folder' },
    json: { value: '', help: 'the list as JSON' },
  },
  async run(given) {
    const folder = resolve(required(given, 'model', 'which model folder to use'));
    // TensorFlow is loaded here and not before, so that commands without a model start at once.
    const { loadModel } = await import('../../model/load');
    const model = await loadModel(folder);
    const { problems, targetLayer } = model;
    const list = model.layers.map((layer) => ({ ...layer, target: layer.name === targetLayer }));
    model.dispose();
    if (list.length === 0) throw new PersonError(problems.layer);
    given.say(given.options['json'] === true ? toJson(list).trimEnd() : listing(list));
  },
};

interface Listed extends TargetLayer {
  /** Whether it is looked at where no layer is named. */
  readonly target: boolean;
}

function listing(list: readonly Listed[]): string {
  const rows = list.map(({ name, kind, rows, columns, channels, target }) => ({
    cells: [name, kind, `${rows}×${columns}×${channels}`],
    mark: target ? '  target' : '',
  }));
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map(({ cells }) => cells[at]!.length)));
  return rows
    .map(
      ({ cells, mark }) =>
        cells
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd() + mark,
    )
    .join('\n');
}
