import type { SymbolicTensor } from '@tensorflow/tfjs-node';
import { activation, averagePool, batchNorm, concatenate, conv, maxPool } from './layers';
import { scaled } from './options';

type Kernel = number | [number, number];
type Step = readonly [filters: number, kernel: Kernel, strides?: number, padding?: 'same' | 'valid'];

/**
 * The pieces of Inception-v3. Its convolutions have no names of their own: they are counted from 1 as in Keras
 * applications, conv2d_1 to conv2d_94 with batch_normalization_1 (no scale) and activation_1.
 */
export class InceptionModules {
  #count = 0;
  #pools = 0;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** Convolutions one after the other. */
  chain(from: SymbolicTensor, ...steps: Step[]): SymbolicTensor {
    return steps.reduce((last, step) => this.#convolved(last, step), from);
  }

  /** Figure 5: 1 × 1, 5 × 5, two 3 × 3, and pooling. */
  mixed35(from: SymbolicTensor, name: string, pooled: number): SymbolicTensor {
    const one = this.chain(from, [64, 1]);
    const five = this.chain(from, [48, 1], [64, 5]);
    const double = this.chain(from, [64, 1], [96, 3], [96, 3]);
    return concatenate([one, five, double, this.#pooled(from, pooled)], name);
  }

  /** Figure 6: 7 × 7 as 1 × 7 and 7 × 1. */
  mixed17(from: SymbolicTensor, name: string, filters: number): SymbolicTensor {
    const one = this.chain(from, [192, 1]);
    const seven = this.chain(from, [filters, 1], [filters, [1, 7]], [192, [7, 1]]);
    const turns: Step[] = [
      [filters, [7, 1]],
      [filters, [1, 7]],
      [filters, [7, 1]],
      [192, [1, 7]],
    ];
    const double = this.chain(from, [filters, 1], ...turns);
    return concatenate([one, seven, double, this.#pooled(from, 192)], name);
  }

  /** Figure 7: the last convolutions split into 1 × 3 and 3 × 1 side by side. */
  mixed8(from: SymbolicTensor, name: string, inner: readonly [string, string]): SymbolicTensor {
    const one = this.chain(from, [320, 1]);
    const three = this.#split(this.chain(from, [384, 1]), inner[0]);
    const double = this.#split(this.chain(from, [448, 1], [384, 3]), inner[1]);
    return concatenate([one, three, double, this.#pooled(from, 192)], name);
  }

  /** Figure 10: convolutions and pooling, both with a stride of two. */
  reduced35(from: SymbolicTensor, name: string): SymbolicTensor {
    const three = this.chain(from, [384, 3, 2, 'valid']);
    const double = this.chain(from, [64, 1], [96, 3], [96, 3, 2, 'valid']);
    return concatenate([three, double, this.halved(from)], name);
  }

  reduced17(from: SymbolicTensor, name: string): SymbolicTensor {
    const three = this.chain(from, [192, 1], [320, 3, 2, 'valid']);
    const seven = this.chain(from, [192, 1], [192, [1, 7]], [192, [7, 1]], [192, 3, 2, 'valid']);
    return concatenate([three, seven, this.halved(from)], name);
  }

  halved(from: SymbolicTensor): SymbolicTensor {
    return maxPool(from, this.#poolName('max'), { size: 3, strides: 2 });
  }

  #pooled(from: SymbolicTensor, filters: number): SymbolicTensor {
    const average = averagePool(from, this.#poolName('average'), { size: 3, strides: 1, padding: 'same' });
    return this.chain(average, [filters, 1]);
  }

  #split(from: SymbolicTensor, name: string): SymbolicTensor {
    return concatenate([this.chain(from, [384, [1, 3]]), this.chain(from, [384, [3, 1]])], name);
  }

  #convolved(from: SymbolicTensor, [filters, kernel, strides = 1, padding = 'same']: Step): SymbolicTensor {
    const count = ++this.#count;
    const channels = scaled(filters, this.#width);
    const convolved = conv(from, `conv2d_${count}`, channels, { kernel, strides, padding });
    const normalised = batchNorm(convolved, `batch_normalization_${count}`, { scale: false });
    return activation(normalised, `activation_${count}`, 'relu');
  }

  #poolName(kind: 'max' | 'average'): string {
    return `${kind}_pooling2d_${++this.#pools}`;
  }
}
