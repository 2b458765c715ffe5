/** Moves the value of the given rank (from 0) to its place; smaller ones before it, larger ones after (Hoare 1961). */
function select(values: Float32Array, rank: number): void {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else return;
  }
}

/** Percentiles (0..100) of the numbers among values, linear between ranks; 0 where there is no number. */
export function percentiles(values: ArrayLike<number>, wanted: readonly number[]): number[] {
  const numbers = Float32Array.from(values).filter((value) => !Number.isNaN(value));
  return wanted.map((percent) => {
    if (numbers.length === 0) return 0;
    const position = (percent / 100) * (numbers.length - 1);
    const rank = Math.floor(position);
    select(numbers, rank);
    let next = Infinity;
    for (let i = rank + 1; i < numbers.length; i++) next = Math.min(next, numbers[i]!);
    const here = numbers[rank]!;
    return position === rank ? here : here + (position - rank) * (next - here);
  });
}
