declare const kind: unique symbol;

/**
 * A value as JSON: what is nested, thousands of lists of points above all, crosses the bridge into the window some ten
 * times as fast as one text. What comes from the window is checked where it is taken out.
 */
export type Text<Value> = string & { readonly [kind]: Value };

/** Puts a value into a text; it must hold nothing that JSON does not know. */
export const textOf = <Value>(value: Value): Text<Value> => JSON.stringify(value) as Text<Value>;

/** Takes the value out again. */
export const valueOf = <Value>(text: Text<Value>): Value => JSON.parse(text) as Value;
