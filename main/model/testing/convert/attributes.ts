/** An attribute of a node as tfjs-converter's model.json spells it: strings in base64, integers as strings. */
export type Attribute = Readonly<Record<string, unknown>>;

const encoded = (value: string): string => Buffer.from(value).toString('base64');

export const float: Attribute = { type: 'DT_FLOAT' };
export const int32: Attribute = { type: 'DT_INT32' };
export const text = (value: string): Attribute => ({ s: encoded(value) });
export const flag = (value: boolean): Attribute => ({ b: value });
export const integer = (value: number): Attribute => ({ i: String(value) });
export const integers = (...values: readonly number[]): Attribute => ({ list: { i: values.map(String) } });
export const texts = (...values: readonly string[]): Attribute => ({ list: { s: values.map(encoded) } });

/** A TensorShapeProto; −1 is a size that is not known. */
export const shapeOf = (sizes: readonly number[]): Attribute => ({
  dim: sizes.map((size) => ({ size: String(size) })),
});
