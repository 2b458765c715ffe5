/** '1 frame', '2 frames'. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The sentence about so many things, or none where there are none. */
export function ifAny(count: number, what: string, predicate: string): string[] {
  return count > 0 ? [`${counted(count, what)} ${predicate}`] : [];
}
