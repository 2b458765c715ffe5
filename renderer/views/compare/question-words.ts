import type { Explanation, LoadedModel, MethodSummary, Question } from '../../../preload/vocabulary';

/** What a question is about, in the words of the panel. */
export interface QuestionWords {
  /** Its name, and the parameters that were changed. */
  readonly method: string;
  /** The layers; '' where the method looks at the input. */
  readonly layer: string;
  /** The class, or "one − other". */
  readonly class: string;
}

function methodWords({ method, parameters }: Question, found: MethodSummary | undefined): string {
  const changed = Object.entries(parameters).map(([id, value]) => {
    const name = found?.parameters.find((parameter) => parameter.id === id)?.name ?? id;
    return `${name.toLowerCase()} ${value}`;
  });
  return [found?.name ?? method, ...changed].join(', ');
}

function classWords({ classIndex, against }: Question, classes: readonly string[]): string {
  const label = classIndex === 'top' ? 'highest score' : (classes[classIndex] ?? '');
  return against === null ? label : `${label} − ${classes[against] ?? ''}`;
}

/** Says what a pane shows, or is to show where it is not explained yet. */
export function questionWords(
  question: Question,
  explanation: Explanation | null,
  methods: readonly MethodSummary[],
  loaded: LoadedModel | null,
): QuestionWords {
  const method = methods.find(({ id }) => id === question.method);
  const asked = question.layers.length > 0 ? question.layers.join(' + ') : (loaded?.targetLayer ?? '');
  return {
    method: methodWords(question, method),
    layer: method?.place === 'layer' ? explanation?.layer || asked : '',
    class: explanation?.classLabel ?? classWords(question, loaded?.classes ?? []),
  };
}
