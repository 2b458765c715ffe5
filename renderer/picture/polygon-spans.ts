import type { Span } from './span';
import { union } from './span';

/** Columns: an outline that runs through a pixel's centre takes it in, however its crossing was rounded. */
const rounding = 1e-9;

type Vertices = readonly (readonly [row: number, column: number])[];

/**
 * The columns (from 0) of a row whose pixel centres lie inside a polygon or on its outline, by the even-odd rule.
 * @param vertices row, column, counted from 1 as DICOM counts them; the last is joined to the first
 * @param row from 1
 */
export function polygonSpans(vertices: Vertices, row: number): Span[] {
  // An edge takes in its upper end but not its lower one, then the other way round: together the outline is inside.
  const above = crossings(vertices, (a, b) => Math.min(a, b) <= row && row < Math.max(a, b), row);
  const below = crossings(vertices, (a, b) => Math.min(a, b) < row && row <= Math.max(a, b), row);
  return union([...pairs(above), ...pairs(below)]);
}

function crossings(
  vertices: Vertices,
  crosses: (rowOfOne: number, rowOfOther: number) => boolean,
  row: number,
): number[] {
  const columns = vertices.flatMap(([row1, column1], i) => {
    const [row2, column2] = vertices[(i + 1) % vertices.length]!;
    return crosses(row1, row2) ? [column1 + ((row - row1) / (row2 - row1)) * (column2 - column1)] : [];
  });
  return columns.sort((a, b) => a - b);
}

function pairs(columns: readonly number[]): Span[] {
  return columns.flatMap((column, i): Span[] =>
    i % 2 === 0 ? [[Math.ceil(column - rounding) - 1, Math.floor(columns[i + 1]! + rounding)]] : [],
  );
}
