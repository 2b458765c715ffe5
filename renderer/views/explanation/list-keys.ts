/** Where a key leads in a list of names, from a place in it; undefined where the key does not move in lists. */
export function placeAfter(key: string, at: number, names: readonly string[]): number | undefined {
  const last = names.length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: last,
  };
  return moves[key] ?? (/^[\p{L}\p{N}]$/u.test(key) ? nextBeginningWith(key, at, names) : undefined);
}

/** The next name that begins with a letter, round the end; the place itself where none does. */
function nextBeginningWith(letter: string, at: number, names: readonly string[]): number {
  const places = names.map((_, index) => (at + 1 + index) % names.length);
  return places.find((place) => names[place]!.toLowerCase().startsWith(letter.toLowerCase())) ?? at;
}
