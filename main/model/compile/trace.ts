import type { Network } from '../network';
import type { Tensor, Tf } from '../tensorflow';
import type { Constant } from './graph-def';

/** What a kernel was given: the outcome of an earlier call, or numbers that do not depend on the input. */
export type Traced = { readonly id: number; readonly shape: readonly number[] } | Constant;

/** One kernel of TensorFlow.js that ran on something that depends on the input. */
export interface KernelCall {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Traced>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly outputs: readonly { readonly id: number; readonly shape: readonly number[] }[];
}

export interface Trace {
  readonly input: { readonly id: number; readonly shape: readonly number[]; readonly values: Float32Array };
  readonly calls: readonly KernelCall[];
  /** The network's output units. */
  readonly output: { readonly id: number; readonly shape: readonly number[] };
  /** By layer: the tensor that it gives. */
  readonly layers: ReadonlyMap<string, number>;
  /** Values of the output units for the input's values. */
  readonly units: Float32Array;
}

type Kernel = (name: string, inputs: Record<string, Tensor | undefined>, attrs?: object) => unknown;

const told = ({ id, shape }: Tensor) => ({ id, shape: [...shape] });

function constantOf(tensor: Tensor): Constant {
  const { dtype, shape } = tensor;
  const values = tensor.dataSync();
  if (dtype === 'float32') return { values: values as Float32Array, shape: [...shape] };
  return { values: Int32Array.from(values as Int32Array), shape: [...shape] };
}

/** Writes down the kernels that run on what depends on the input. */
class Recorder {
  readonly calls: KernelCall[] = [];
  readonly #known = new Set<number>();
  readonly #constants = new Map<number, Constant>();

  constructor(input: Tensor) {
    this.#known.add(input.id);
  }

  note(kernel: string, inputs: Record<string, Tensor | undefined>, attrs: object, answer: unknown): void {
    const given = Object.entries(inputs).flatMap(([name, tensor]) =>
      tensor ? [[name, tensor] as const] : [],
    );
    if (!given.some(([, { id }]) => this.#known.has(id))) return;
    const outputs = [answer].flat() as Tensor[];
    for (const { id } of outputs) this.#known.add(id);
    this.calls.push({
      kernel,
      inputs: Object.fromEntries(given.map(([name, tensor]) => [name, this.#traced(tensor)])),
      attrs: attrs as KernelCall['attrs'],
      outputs: outputs.map(told),
    });
  }

  #traced(tensor: Tensor): Traced {
    if (this.#known.has(tensor.id)) return told(tensor);
    const constant = this.#constants.get(tensor.id) ?? constantOf(tensor);
    this.#constants.set(tensor.id, constant);
    return constant;
  }
}

/** Runs work while each outermost kernel of TensorFlow.js is shown to the recorder. */
function recorded(tf: Tf, recorder: Recorder, work: () => Tensor): Tensor {
  const engine = tf.engine() as unknown as { runKernel?: Kernel };
  const original = engine.runKernel!.bind(engine);
  let depth = 0;
  engine.runKernel = (name, inputs, attrs) => {
    depth++;
    try {
      const answer = original(name, inputs, attrs);
      if (depth === 1) recorder.note(name, inputs, attrs ?? {}, answer);
      return answer;
    } finally {
      depth--;
    }
  };
  try {
    return work();
  } finally {
    // The method of the class is there again.
    delete engine.runKernel;
  }
}

/** Values 0..1 that are the same in every run and hit every weight. */
const probeValues = (size: number): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => ((i * 7919) % 1009) / 1009);

/** The tensor of each layer that was shown once: one that is used twice has no single outcome. */
const onlyOnce = (shown: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, number> =>
  new Map([...shown].flatMap(([layer, [id, ...more]]) => (more.length === 0 ? [[layer, id!] as const] : [])));

/**
 * The kernels of one forward pass, by running it: the same for every kind of model, whatever its layers are called.
 * What does not depend on the input comes as its numbers.
 * @param shape rows, columns and channels of the input
 */
export function traceOf(tf: Tf, network: Pick<Network, 'watched'>, shape: readonly number[]): Trace {
  const shown = new Map<string, readonly number[]>();
  const values = probeValues(shape.reduce((a, b) => a * b));
  let trace: Trace | null = null;
  tf.tidy(() => {
    const input = tf.tensor(values, [1, ...shape]);
    const recorder = new Recorder(input);
    const seen = (layer: string, { id }: Tensor): void =>
      void shown.set(layer, [...(shown.get(layer) ?? []), id]);
    const output = recorded(tf, recorder, () => network.watched(input, seen));
    const units = output.dataSync<'float32'>();
    const layers = onlyOnce(shown);
    trace = { input: { ...told(input), values }, calls: recorder.calls, output: told(output), layers, units };
  });
  return trace!;
}
