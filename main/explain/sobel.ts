/**
 * Magnitude of the gradient by Sobel's kernels, divided by 8 so that a ramp gets its slope: units of the image a pixel.
 * Beyond the border its outermost pixels go on, so that the border is no edge.
 */
export function sobel(image: Float32Array, [rows, columns]: readonly [number, number]): Float32Array {
  const magnitude = new Float32Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const above = Math.max(0, row - 1) * columns;
    const here = row * columns;
    const below = Math.min(rows - 1, row + 1) * columns;
    for (let column = 0; column < columns; column++, at++) {
      const left = Math.max(0, column - 1);
      const right = Math.min(columns - 1, column + 1);
      const across = (line: number): number => image[line + right]! - image[line + left]!;
      const down = (c: number): number => image[below + c]! - image[above + c]!;
      magnitude[at] =
        Math.hypot(
          across(above) + 2 * across(here) + across(below),
          down(left) + 2 * down(column) + down(right),
        ) / 8;
    }
  }
  return magnitude;
}
