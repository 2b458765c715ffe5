/** Columns from..to of a row, from 0, the last not included. */
export type Span = readonly [from: number, to: number];

/** What two lists of spans have in common; both in order and without overlap, and so is the answer. */
export function intersection(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([otherFrom, otherTo]): Span[] => {
      const common: Span = [Math.max(from, otherFrom), Math.min(to, otherTo)];
      return common[0] < common[1] ? [common] : [];
    }),
  );
}

/** The union of spans, in order and without overlap. */
export function union(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (from < to) joined.push([from, to]);
  }
  return joined;
}
