import { baselineOf, baselineParameter } from './baseline';
import type { Method } from './method';
import { sumOverChannels } from './over-channels';
import type { Probe } from './probe';
import { saidOf, saying } from './said';

/** Share of y(x) − y(x') by which the sum of the map may miss it. */
const tolerance = 0.01;

/** ∫ dy/dx along x' + α(x − x'), α = 0..1, by the trapezoid rule. */
class Path {
  /** Intervals of α. */
  steps = 0;
  /** y at α = 0 and 1. */
  readonly ends = { from: 0, to: 0 };
  /** Σ of dy/dx over the points between and half of the two at the ends. */
  readonly #sum: Float64Array;
  readonly #probe: Probe;
  readonly #baseline: Float32Array;

  constructor(probe: Probe, baseline: Float32Array) {
    this.#probe = probe;
    this.#baseline = baseline;
    this.#sum = new Float64Array(baseline.length);
  }

  /** Runs so many intervals; when they are twice as many as were run, only the points between those. */
  async run(steps: number): Promise<void> {
    const halved = this.steps * 2 === steps;
    const points = Array.from({ length: halved ? this.steps : steps + 1 }, (_, k) =>
      halved ? (2 * k + 1) / steps : k / steps,
    );
    this.steps = steps;
    await this.#probe.inputGradients(
      points.length,
      (index, into) => this.#at(points[index]!, into),
      (index, gradient, logit) => this.#add(points[index]!, gradient, logit),
    );
  }

  /** (x − x') ⊙ ∫ dy/dx, Σ over channels: Equation 3, its sum by the trapezoid rule. */
  map(): Float32Array {
    const { input, inputShape } = this.#probe;
    return sumOverChannels(
      inputShape,
      (i) => ((input[i]! - this.#baseline[i]!) * this.#sum[i]!) / this.steps,
    );
  }

  #at(alpha: number, into: Float32Array): void {
    const [x, from] = [this.#probe.input, this.#baseline];
    for (let i = 0; i < into.length; i++) into[i] = from[i]! + alpha * (x[i]! - from[i]!);
  }

  #add(alpha: number, gradient: Float32Array, logit: number): void {
    if (alpha === 0) this.ends.from = logit;
    if (alpha === 1) this.ends.to = logit;
    const weight = alpha === 0 || alpha === 1 ? 0.5 : 1;
    for (let i = 0; i < gradient.length; i++) this.#sum[i]! += weight * gradient[i]!;
  }
}

/** Completeness (Proposition 1): by what share of y(x) − y(x') the sum of the map misses it. */
function completenessError(
  map: Float32Array,
  { ends }: Path,
): { sum: number; change: number; share: number } {
  const change = ends.to - ends.from;
  const sum = map.reduce((total, value) => total + value, 0);
  return { sum, change, share: sum === change ? 0 : Math.abs(sum - change) / Math.abs(change) };
}

const incomplete = ({ sum, change }: { sum: number; change: number }, steps: number): string =>
  `This map adds up to ${sum.toPrecision(3)}, but from the baseline to the image the score changes by ${change.toPrecision(3)}: ${steps} ${steps === 1 ? 'step was' : 'steps were'} not enough for 1 %.`;

/**
 * (x − x') ⊙ ∫₀¹ dy/dx(x' + α(x − x')) dα (Equations 1 and 3), Σ over channels, signed, in logits; x' is the baseline.
 * The sum over the map is y(x) − y(x') when the integral is exact. Section 5 of the paper asks to check that and to add
 * steps where it fails: they are doubled until it holds within 1 %, since what a rule misses on a ReLU network with its
 * many corners cannot be told beforehand.
 */
export const integratedGradients: Method = {
  id: 'integrated-gradients',
  name: 'Integrated Gradients',
  family: 'gradient',
  needs: 'input-gradient',
  passes: 'many',
  place: 'input',
  unit: 'logit',
  answers: 'How much each pixel adds to this class’s score on the way from the baseline to the image.',
  costs:
    'One pass forward, and back through the whole network, per step and one more: 51 as it is set, up to 401 where the sum is not within 1 % of what the score changes.',
  misleads:
    'It depends on the baseline, which is a clinical choice: against black no dark pixel shows, not even the lung of a pneumothorax; and between pixels it is as noisy as the gradient.',
  reference: 'Sundararajan et al., Axiomatic Attribution for Deep Networks, ICML 2017, arXiv:1703.01365',
  parameters: [
    {
      id: 'steps',
      name: 'Steps',
      help: 'Into how many steps the way from the baseline to the image is cut.',
      kind: 'number',
      default: 50,
      minimum: 1,
      maximum: 2000,
      step: 1,
    },
    {
      id: 'most',
      name: 'Most steps',
      help: 'Up to how many steps are taken, doubled, while the sum of the map misses what the score changes by more than 1 %.',
      kind: 'number',
      default: 400,
      minimum: 1,
      maximum: 2000,
      step: 1,
    },
    baselineParameter({
      id: 'baseline',
      name: 'Baseline',
      help: 'The image that stands for nothing to see, and that this one is compared with.',
      default: 'black',
    }),
  ],
  async map(probe) {
    const { steps, most, baseline } = probe.parameters;
    const path = new Path(probe, baselineOf(probe, baseline));
    await path.run(Number(steps));
    let map = path.map();
    while (completenessError(map, path).share > tolerance && path.steps * 2 <= Number(most)) {
      await path.run(path.steps * 2);
      map = path.map();
    }
    const error = completenessError(map, path);
    return saying(map, error.share > tolerance ? [incomplete(error, path.steps)] : []);
  },
  warnings: (_, map) => saidOf(map),
};
