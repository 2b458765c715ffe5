import type { MethodParameters } from '../../../preload/vocabulary';
import type { Method } from '../method';
import { parametersOf } from '../parameters';
import type { Activation, Evidence, Fill, Probe, Scores, Shape, TakeGradient } from '../probe';
import { type FakeHead, type FakeLayer, identity, linearHead, sizeOf } from './fake-network';

/** What a fake probe is made of; the range of the input is 0..1 where none is given. */
export interface FakeSetting {
  readonly layer: FakeLayer;
  readonly head: FakeHead;
  readonly input: Float32Array;
  readonly parameters?: MethodParameters;
  readonly range?: Probe['range'];
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * A Probe over an analytic network: A = layer(x), y = head(A), probability = sigmoid(y), gradients by the chain rule.
 * All answers come from the same two parts, so they agree with each other; it counts what it was asked.
 */
export class FakeProbe implements Probe {
  readonly input: Float32Array;
  readonly inputShape: Shape;
  readonly range: Probe['range'];
  readonly parameters: MethodParameters;
  readonly answer: Probe['answer'];
  /** How many inputs ran through all of the network, activations through the head, and inputs back to themselves. */
  readonly counts = { scores: 0, above: 0, gradients: 0 };
  readonly #layer: FakeLayer;
  readonly #head: FakeHead;

  constructor({ layer, head, input, parameters = {}, range }: FakeSetting) {
    this.#layer = layer;
    this.#head = head;
    this.input = input;
    this.inputShape = layer.inputShape;
    this.range = range ?? Array.from({ length: layer.inputShape[2] }, () => ({ minimum: 0, maximum: 1 }));
    this.parameters = parameters;
    const logit = this.logitOf(input);
    this.answer = { logit, probability: sigmoid(logit) };
  }

  /** y of any input, for finite differences. */
  logitOf(input: Float32Array): number {
    return this.#head.logit(this.#layer.forward(input));
  }

  /** y of any activation in place of A, for finite differences. */
  logitAbove(activation: Float32Array): number {
    return this.#head.logit(activation);
  }

  activation(): Activation {
    return { activation: this.#layer.forward(this.input), shape: this.#layer.shape };
  }

  evidence(): Evidence {
    const { activation, shape } = this.activation();
    return { activation, shape, gradient: this.#head.gradient(activation), logit: this.answer.logit };
  }

  async scores(count: number, fill: Fill): Promise<Scores> {
    this.counts.scores += count;
    return this.#scored(count, fill, sizeOf(this.inputShape), (input) => this.logitOf(input));
  }

  async scoresAbove(count: number, fill: Fill): Promise<Scores> {
    this.counts.above += count;
    return this.#scored(count, fill, sizeOf(this.#layer.shape), (activation) => this.logitAbove(activation));
  }

  async inputGradients(count: number, fill: Fill, take: TakeGradient): Promise<void> {
    this.counts.gradients += count;
    for (let index = 0; index < count; index++) {
      const input = new Float32Array(sizeOf(this.inputShape));
      fill(index, input);
      const activation = this.#layer.forward(input);
      const gradient = this.#layer.backward(input, this.#head.gradient(activation));
      take(index, gradient, this.#head.logit(activation));
    }
  }

  #scored(count: number, fill: Fill, size: number, logitOf: (values: Float32Array) => number): Scores {
    const logits = Float64Array.from({ length: count }, (_, index) => {
      const values = new Float32Array(size);
      fill(index, values);
      return logitOf(values);
    });
    return { logits, probabilities: logits.map(sigmoid) };
  }
}

/** A probe whose layer is its input: A and g given by hand under a linear head, y = Σ g ⊙ A + bias. */
export const probeOf = (
  { activation, gradient, shape, bias = 0 }: Omit<Evidence, 'logit'> & { bias?: number },
  parameters: MethodParameters = {},
): FakeProbe =>
  new FakeProbe({ layer: identity(shape), head: linearHead(gradient, bias), input: activation, parameters });

/** The map of a method on a fake network, with the method's defaults for parameters that are not given. */
export async function mapOn(method: Method, setting: FakeSetting): Promise<Float32Array> {
  const parameters = parametersOf(method, setting.parameters ?? {});
  return method.map(new FakeProbe({ ...setting, parameters }));
}
