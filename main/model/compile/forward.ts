import type { Emitter } from './emitter';
import { isConstant, type Operand, type Value } from './value';
import { type Built, Unsupported } from './rule';
import { ruleOf } from './rules/index';
import type { KernelCall, Trace, Traced } from './trace';

/** The nodes of the forward pass, with the way back of each. */
export interface Forward {
  readonly values: ReadonlyMap<number, Value>;
  readonly tape: readonly Built[];
}

/** What is written: calls on an input, for so many inputs at once. */
export interface Written {
  readonly calls: readonly KernelCall[];
  readonly input: Value;
  readonly batch: number;
}

/** Writes the traced calls as nodes. Throws Unsupported where that cannot be done. */
export function forward(emitter: Emitter, trace: Trace, { calls, input, batch }: Written): Forward {
  const values = new Map<number, Value>([[trace.input.id, input]]);
  const tape: Built[] = [];
  const operand = (traced: Traced): Operand => {
    if (isConstant(traced)) return traced;
    const value = values.get(traced.id);
    if (value) return value;
    throw new Unsupported('a value that nothing gave');
  };
  for (const { kernel, inputs, attrs, outputs } of calls) {
    const operands = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, operand(one)]));
    if (outputs.some(({ shape }) => shape.length > 0 && shape[0] !== 1))
      throw new Unsupported(`${kernel} that moves the batch`);
    const shapes = outputs.map(({ shape }) => shape);
    const built = ruleOf(kernel).build(emitter, { kernel, inputs: operands, attrs, shapes, batch });
    outputs.forEach(({ id }, index) => values.set(id, built[index]!.output));
    const names = new Set(Object.values(operands).map((one) => (isConstant(one) ? '' : one.name)));
    // What only passes its input on is that input.
    tape.push(...built.filter(({ output }) => !names.has(output.name)));
  }
  return { values, tape };
}
