import type { Emitter } from './emitter';
import { ints, scalar, type Value } from './value';
import type { Built } from './rule';

/** Logits of the card's classes, one row an input: the units, or −z and z where one unit stands for two classes. */
export function classLogits(
  emitter: Emitter,
  units: Value,
  classes: number,
): { logits: Value; tape: Built[] } {
  const count = units.shape.reduce((a, b) => a * b, 1);
  const flat = emitter.reshape(units, [1, count]);
  const reshaped: Built = {
    output: flat,
    back: (gradient) => [[units, emitter.reshape(gradient, units.shape)]],
  };
  const first = flat.name === units.name ? [] : [reshaped];
  if (count === classes) return { logits: flat, tape: first };
  const other = emitter.op('Neg', [flat], [1, 1]);
  const attributes = { N: { int: 2 }, Tidx: { type: 'int32' } } as const;
  const logits = emitter.op('ConcatV2', [other, flat, ints(1)], [1, 2], attributes);
  const signs = { values: Float32Array.of(-1, 1), shape: [2, 1] };
  const back = (gradient: Value): [Value, Value][] => [
    [flat, emitter.op('MatMul', [gradient, signs], [1, 1])],
  ];
  return { logits, tape: [...first, { output: logits, back }] };
}

/** w, with 1 added at each input's highest logit where that is asked for. */
export function chosenWeights(
  emitter: Emitter,
  logits: Value,
  { weights, top }: { readonly weights: Value; readonly top: Value },
): Value {
  const best = emitter.untyped('ArgMax', [logits, ints(1)], [1], {
    T: { type: 'float' },
    Tidx: { type: 'int32' },
    output_type: { type: 'int32' },
  });
  const depth = ints(logits.shape[1]!);
  const highest = emitter.op('OneHot', [best, depth, scalar(1), scalar(0)], logits.shape, {
    TI: { type: 'int32' },
    axis: { int: -1 },
  });
  const chosen = emitter.add(weights, emitter.multiply(highest, top));
  // A sum cannot be fed; where the weights are known, this is.
  return emitter.op('Identity', [chosen], chosen.shape);
}
