/** A value with its past and its undone future; values are never changed in place. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
}

const longest = 200;

/** A history that begins with a value: nothing to undo. */
export const beginHistory = <Value>(now: Value): History<Value> => ({ past: [], now, future: [] });

/** A new value; what had been undone is forgotten. */
export function record<Value>(history: History<Value>, value: Value): History<Value> {
  if (value === history.now) return history;
  return { past: [...history.past, history.now].slice(-longest), now: value, future: [] };
}

/** Another value in place of the last: what belongs to the last step is undone with it. */
export function amend<Value>({ past }: History<Value>, value: Value): History<Value> {
  return { past, now: value, future: [] };
}

/** One step back; the same history where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

/** One step forward again; the same history where there is none. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future };
}
