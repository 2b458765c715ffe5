import { describe, expect, it } from 'vitest';
import type { MethodSummary } from '../../../preload/vocabulary';
import { placeAfter } from './list-keys';
import { methodGroups } from './method-groups';

const methods = [
  { id: 'a', family: 'cam', needs: 'layer-gradient' },
  { id: 'b', family: 'cam', needs: 'layer-gradient' },
  { id: 'c', family: 'cam', needs: 'layer' },
  { id: 'd', family: 'control', needs: 'nothing' },
  { id: 'e', family: 'perturbation', needs: 'scores' },
] as unknown as readonly MethodSummary[];

describe('methodGroups', () => {
  it('has the families in their order, without empty ones', () => {
    const groups = methodGroups(methods, () => '');
    expect(groups.map(({ runs }) => runs.flatMap((run) => run.methods.map(({ id }) => id)))).toEqual([
      ['a', 'b', 'c'],
      ['e'],
      ['d'],
    ]);
    expect(groups[2]!.title).toContain('Negative controls');
  });

  it('says a reason once for the methods that it holds for', () => {
    const groups = methodGroups(methods, ({ needs }) => (needs === 'layer-gradient' ? 'No gradient.' : ''));
    expect(groups[0]!.runs.map((run) => [run.problem, run.methods.length])).toEqual([
      ['No gradient.', 2],
      ['', 1],
    ]);
  });
});

describe('placeAfter', () => {
  const names = ['Grad-CAM', 'LIME', 'Grad-CAM++', 'RISE'];
  const from = (at: number, ...keys: string[]): (number | undefined)[] =>
    keys.map((key) => placeAfter(key, at, names));

  it('moves by one and to the ends, and stays within', () => {
    expect(from(1, 'ArrowDown', 'ArrowUp', 'Home', 'End')).toEqual([2, 0, 0, 3]);
    expect(from(0, 'ArrowUp')).toEqual([0]);
    expect(from(3, 'ArrowDown')).toEqual([3]);
  });

  it('goes to the next name that begins with a letter, round the end, and stays where none does', () => {
    expect(from(0, 'g', 'L', 'x')).toEqual([2, 1, 0]);
    expect(from(2, 'G')).toEqual([0]);
  });

  it('leaves other keys alone', () =>
    expect(from(0, 'Tab', 'Escape', '/')).toEqual([undefined, undefined, undefined]));
});
