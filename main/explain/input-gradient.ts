import type { Probe } from './probe';

/** dy/dx at x itself: rows × columns × channels, in logits per input unit. */
export async function inputGradient(probe: Probe): Promise<Float32Array> {
  const at = new Float32Array(probe.input.length);
  await probe.inputGradients(
    1,
    (_, into) => into.set(probe.input),
    (_, gradient) => at.set(gradient),
  );
  return at;
}
