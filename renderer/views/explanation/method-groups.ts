import type { MethodFamily, MethodSummary } from '../../../preload/vocabulary';

const families: readonly { readonly family: MethodFamily; readonly title: string }[] = [
  { family: 'cam', title: 'Class activation: looks at a layer' },
  { family: 'gradient', title: 'Gradients of the input' },
  { family: 'perturbation', title: 'Perturbation: asks the model many times' },
  { family: 'control', title: 'Negative controls: explain nothing' },
];

/** Methods that follow each other and that the model refuses for one reason; '' where it allows them. */
export interface MethodRun {
  readonly problem: string;
  readonly methods: readonly MethodSummary[];
}

export interface MethodGroup {
  readonly title: string;
  readonly runs: readonly MethodRun[];
}

function runsOf(
  methods: readonly MethodSummary[],
  problemOf: (method: MethodSummary) => string,
): readonly MethodRun[] {
  const runs: { problem: string; methods: MethodSummary[] }[] = [];
  for (const method of methods) {
    const problem = problemOf(method);
    if (runs.at(-1)?.problem === problem) runs.at(-1)!.methods.push(method);
    else runs.push({ problem, methods: [method] });
  }
  return runs;
}

/** Methods by family, as a list shows them: what cannot be asked of the model stays, and why is said once. */
export function methodGroups(
  methods: readonly MethodSummary[],
  problemOf: (method: MethodSummary) => string,
): readonly MethodGroup[] {
  return families
    .map(({ family, title }) => ({
      title,
      runs: runsOf(
        methods.filter((method) => method.family === family),
        problemOf,
      ),
    }))
    .filter(({ runs }) => runs.length > 0);
}
