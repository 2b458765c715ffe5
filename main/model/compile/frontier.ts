import type { Emitter } from './emitter';

/**
 * What bypasses a node on the way to some others: the nodes that have to be known beside it so that the others can
 * be computed without what lies below it. A skip connection around a layer is one.
 * @param fed nodes that are fed in any case
 */
export function frontierOf(
  { parents, closed }: Pick<Emitter, 'parents' | 'closed'>,
  at: string,
  targets: readonly string[],
  fed: ReadonlySet<string>,
): string[] {
  const depends = new Map<string, boolean>([[at, true]]);
  // Nodes are named in the order in which they were made: all inputs of one come before it.
  for (const [name, inputs] of parents)
    if (name !== at)
      depends.set(
        name,
        inputs.some((input) => depends.get(input) === true),
      );
  const frontier = new Set<string>();
  const seen = new Set<string>();
  const stack = [...targets];
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    if (name === at || fed.has(name) || seen.has(name)) continue;
    seen.add(name);
    // What cannot be fed is computed again, from what can.
    if (depends.get(name) || closed.has(name)) stack.push(...parents.get(name)!);
    else frontier.add(name);
  }
  return [...frontier];
}
