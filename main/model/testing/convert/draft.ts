import type { Attribute } from './attributes';

/** A node of a graph that is being made. */
export interface DraftNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Values of a constant; kind int32 for shapes, axes and paddings. */
export interface DraftConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
  readonly kind: 'float32' | 'int32';
}

/** A graph in the order of computation; the passes over it give a new one. */
export interface Draft {
  readonly nodes: readonly DraftNode[];
  readonly constants: ReadonlyMap<string, DraftConstant>;
}

/** Where a chain of nodes can be replaced: the nodes of the given ops one behind the other, nothing else using them. */
export function chainsOf({ nodes }: Draft, ops: readonly RegExp[]): DraftNode[][] {
  const users = new Map<string, DraftNode[]>();
  for (const node of nodes)
    for (const name of node.inputs) users.set(name, [...(users.get(name) ?? []), node]);
  const follow = (chain: DraftNode[]): DraftNode[] | null => {
    const expected = ops[chain.length];
    if (!expected) return chain;
    const [next, ...others] = users.get(chain.at(-1)!.name) ?? [];
    const fits =
      next && others.length === 0 && expected.test(next.op) && next.inputs[0] === chain.at(-1)!.name;
    return fits ? follow([...chain, next]) : null;
  };
  return nodes
    .filter(({ op }) => ops[0]!.test(op))
    .map((node) => follow([node]))
    .filter((chain) => chain !== null);
}

/** A draft with each chain replaced by other nodes, at the place of the chain's last. */
export function replaced(
  draft: Draft,
  chains: readonly DraftNode[][],
  by: (chain: DraftNode[]) => DraftNode[],
) {
  const gone = new Set(chains.flat());
  const instead = new Map(chains.map((chain) => [chain.at(-1)!, by(chain)]));
  const nodes = draft.nodes.flatMap((node) => instead.get(node) ?? (gone.has(node) ? [] : [node]));
  return { ...draft, nodes };
}
