import type { ModelSummary } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import type { Answers } from './bind';
import type { Desk } from './desk';
import { bundledModels } from './places';

const cardsTimeLimit = 60_000;
const loadTimeLimit = 120_000;

/** Model folders: those that come with the application, and those that a person has added. */
export function models(desk: Desk): Pick<Answers, 'listModels' | 'addModel' | 'loadModel'> {
  return {
    listModels: async () => summaries(desk, await folders(desk)),
    addModel: () => add(desk),
    loadModel: async ({ id, requestId }) => {
      if (!(await folders(desk)).includes(id)) {
        throw new PersonError(`${id} is not in the list of models: add its folder first.`);
      }
      return desk.requests.run(requestId, (signal) =>
        desk.engine.call(
          'load',
          { id },
          {
            signal,
            timeLimit: loadTimeLimit,
            onProgress: (progress) => desk.announce('progress', { requestId, progress }),
          },
        ),
      );
    },
  };
}

async function folders({ places, store }: Desk): Promise<string[]> {
  return [...new Set([...(await bundledModels(places.models)), ...store.modelFolders.list()])];
}

function summaries({ engine }: Desk, paths: readonly string[]): Promise<readonly ModelSummary[]> {
  return engine.call('models', { folders: paths }, { timeLimit: cardsTimeLimit });
}

/** A folder that cannot be used is told with its reason and not remembered. */
async function add(desk: Desk): Promise<ModelSummary | null> {
  const folder = await desk.dialogs.chooseFolder('Add a model folder');
  if (folder === null) return null;
  const [summary] = await summaries(desk, [folder]);
  if (!summary) throw new Error(`The engine said nothing about ${folder}.`);
  if (summary.problem) throw new PersonError(summary.problem);
  desk.store.modelFolders.add(folder);
  return summary;
}
