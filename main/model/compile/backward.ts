import type { Emitter } from './emitter';
import type { Value } from './value';
import type { Built } from './rule';

/** dy/d(each value) by name, from the logits back; what lies below something without a gradient has none. */
export function backward(
  emitter: Emitter,
  tape: readonly Built[],
  seed: { of: Value; gradient: Value },
): Map<string, Value> {
  const gradients = new Map([[seed.of.name, seed.gradient]]);
  const blocked = new Set<string>();
  for (const { output, back } of [...tape].reverse()) {
    const gradient = gradients.get(output.name);
    const stopped = blocked.has(output.name) || (gradient && !back);
    if (stopped) for (const name of emitter.parentsThrough(output.name)) blocked.add(name);
    else if (gradient && back)
      for (const [input, part] of back(gradient)) {
        const known = gradients.get(input.name);
        gradients.set(input.name, known ? emitter.add(known, part) : part);
      }
  }
  for (const name of blocked) gradients.delete(name);
  return gradients;
}
