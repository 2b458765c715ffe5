import { basename } from 'node:path';
import type { Explanation } from '../../preload/vocabulary';
import type { Trail } from '../store/trail';
import type { Answers } from './bind';
import type { Desk } from './desk';
import { shownSlice } from './shown-slice';

const explainTimeLimit = 120_000;
const auditTimeLimit = 60_000;

/** What the model looked at, and whether that was the lesion. */
export function explaining(desk: Desk): Pick<Answers, 'listMethods' | 'explain' | 'audit' | 'agreement'> {
  return {
    listMethods: () => desk.engine.call('methods', null, { timeLimit: auditTimeLimit }),
    explain: async ({ requestId, path, of, request }) => {
      const explanation = await desk.requests.run(requestId, async (signal) => {
        const slice = await shownSlice(desk, path, of, signal);
        return desk.engine.call(
          'explain',
          { ...request, slice },
          {
            signal,
            timeLimit: explainTimeLimit,
            onProgress: (progress) => desk.announce('progress', { requestId, progress }),
          },
        );
      });
      record(desk.store.trail, explanation);
      return explanation;
    },
    audit: (argument) => desk.engine.call('audit', argument, { timeLimit: auditTimeLimit }),
    agreement: (argument) => desk.engine.call('agreement', argument, { timeLimit: auditTimeLimit }),
  };
}

function record(
  trail: Trail,
  { sopInstanceUid, frame, modelId, method, layer, classLabel }: Explanation,
): void {
  const model = basename(modelId);
  trail.record('explanation', sopInstanceUid, { frame, model, method, layer, class: classLabel });
}
