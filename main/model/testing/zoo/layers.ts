import type { SymbolicTensor } from '@tensorflow/tfjs-node';
import { tensorflow } from '../../tensorflow';

const tf = tensorflow();

type Layer = { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown };
type ActivationName = 'linear' | 'relu' | 'relu6' | 'sigmoid' | 'softmax' | 'swish';
type Padding = 'same' | 'valid';

export interface ConvConfig {
  /** Side of the kernel, or its rows and columns. */
  readonly kernel: number | [number, number];
  readonly strides?: number;
  readonly padding?: Padding;
  readonly bias?: boolean;
  readonly activation?: ActivationName;
}

/** Weights are zero until the whole network is seeded, which is quicker than an initialiser a layer. */
const zeros = 'zeros';

const through = (layer: Layer, from: SymbolicTensor | SymbolicTensor[]): SymbolicTensor =>
  layer.apply(from) as SymbolicTensor;

/** Number of channels of a tensor. */
export const channelsOf = (tensor: SymbolicTensor): number => tensor.shape.at(-1)!;

export const input = (size: number): SymbolicTensor => tf.input({ shape: [size, size, 3], name: 'input_1' });

/** Convolution; without bias, activation or stride and padded to the same size unless told otherwise. */
export const conv = (
  from: SymbolicTensor,
  name: string,
  filters: number,
  config: ConvConfig,
): SymbolicTensor =>
  through(
    tf.layers.conv2d({
      name,
      filters,
      kernelSize: config.kernel,
      strides: config.strides ?? 1,
      padding: config.padding ?? 'same',
      useBias: config.bias ?? false,
      activation: config.activation ?? 'linear',
      kernelInitializer: zeros,
    }),
    from,
  );

/** Depthwise convolution without bias, padded to the same size. */
export const depthwise = (
  from: SymbolicTensor,
  name: string,
  kernelSize: number,
  strides: number,
): SymbolicTensor =>
  through(
    tf.layers.depthwiseConv2d({
      name,
      kernelSize,
      strides,
      padding: 'same',
      useBias: false,
      depthwiseInitializer: zeros,
    }),
    from,
  );

export const batchNorm = (
  from: SymbolicTensor,
  name: string,
  config: { readonly epsilon?: number; readonly scale?: boolean } = {},
): SymbolicTensor =>
  through(tf.layers.batchNormalization({ name, epsilon: 1e-3, scale: true, ...config }), from);

export const activation = (from: SymbolicTensor, name: string, kind: ActivationName): SymbolicTensor =>
  through(tf.layers.activation({ name, activation: kind }), from);

export const pad = (from: SymbolicTensor, name: string, padding: number): SymbolicTensor =>
  through(tf.layers.zeroPadding2d({ name, padding: [padding, padding] }), from);

interface PoolConfig {
  readonly size: number;
  readonly strides: number;
  readonly padding?: Padding;
}

const poolOf = (name: string, { size, strides, padding }: PoolConfig) => ({
  name,
  poolSize: size,
  strides,
  padding: padding ?? 'valid',
});

export const maxPool = (from: SymbolicTensor, name: string, config: PoolConfig): SymbolicTensor =>
  through(tf.layers.maxPooling2d(poolOf(name, config)), from);

export const averagePool = (from: SymbolicTensor, name: string, config: PoolConfig): SymbolicTensor =>
  through(tf.layers.averagePooling2d(poolOf(name, config)), from);

export const globalAveragePool = (from: SymbolicTensor, name: string): SymbolicTensor =>
  through(tf.layers.globalAveragePooling2d({ name }), from);

export const add = (from: SymbolicTensor[], name: string): SymbolicTensor =>
  through(tf.layers.add({ name }), from);

export const multiply = (from: SymbolicTensor[], name: string): SymbolicTensor =>
  through(tf.layers.multiply({ name }), from);

export const concatenate = (from: SymbolicTensor[], name: string): SymbolicTensor =>
  through(tf.layers.concatenate({ name }), from);

export const reshape = (from: SymbolicTensor, name: string, targetShape: number[]): SymbolicTensor =>
  through(tf.layers.reshape({ name, targetShape }), from);

export const flatten = (from: SymbolicTensor, name: string): SymbolicTensor =>
  through(tf.layers.flatten({ name }), from);

export const dropout = (from: SymbolicTensor, name: string, rate: number): SymbolicTensor =>
  through(tf.layers.dropout({ name, rate }), from);

export const dense = (
  from: SymbolicTensor,
  name: string,
  units: number,
  kind: ActivationName,
): SymbolicTensor =>
  through(tf.layers.dense({ name, units, activation: kind, kernelInitializer: zeros }), from);
