import type { Change } from '../../preload/contract';

/** What makes one list of marks of another; what did not change is the very same object in both. */
export function changeOf<Mark extends { readonly id: string }>(
  before: readonly Mark[],
  after: readonly Mark[],
): Change<Mark> {
  const former = new Map(before.map((mark) => [mark.id, mark]));
  const left = new Set(after.map(({ id }) => id));
  const kept = before.filter(({ id }) => left.has(id));
  const added = after.filter(({ id }) => !former.has(id));
  const inOrder = [...kept, ...added].every(({ id }, index) => id === after[index]?.id);
  return {
    put: after.filter((mark) => former.get(mark.id) !== mark),
    removed: before.filter(({ id }) => !left.has(id)).map(({ id }) => id),
    order: inOrder ? null : after.map(({ id }) => id),
  };
}
