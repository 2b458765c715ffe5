import type { Emitter } from './emitter';
import type { Operand, Value } from './value';

/** A call of a kernel whose inputs are part of the graph by now. */
export interface Call {
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Operand>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  /** Shapes of its outputs. */
  readonly shapes: readonly (readonly number[])[];
  /** Inputs that the graph is written for: it takes others too, but at these it is fastest. */
  readonly batch: number;
}

/** One output of a call, and how its gradient becomes that of the inputs. */
export interface Built {
  readonly output: Value;
  /** Pairs of an input and dy/d(input), from dy/d(output); null where there is no gradient. */
  readonly back: ((gradient: Value) => readonly (readonly [Value, Value])[]) | null;
}

/** How kernels of TensorFlow.js become nodes of a TensorFlow graph. */
export interface Rule {
  readonly kernels: readonly string[];
  /** One for each output. Throws Unsupported where the graph cannot do the same. */
  build(emitter: Emitter, call: Call): readonly Built[];
}

/** Says in a few words what cannot be compiled; the model then runs eagerly. */
export class Unsupported extends Error {}

/** A rule's input that has to depend on the model's input. */
export function valueOf({ kernel, inputs }: Call, name: string): Value {
  const operand = inputs[name];
  if (operand && 'name' in operand) return operand;
  throw new Unsupported(`${kernel} without ${name} that depends on the input`);
}
