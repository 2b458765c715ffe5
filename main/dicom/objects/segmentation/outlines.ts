/** A set of pixels: 1 in bits (rows × columns, row by row) is a pixel of the set. */
export interface Bits {
  readonly rows: number;
  readonly columns: number;
  readonly bits: Uint8Array;
}

type Point = [column: number, row: number];

/**
 * An edge between a pixel of the set and one outside, as pixel × 4 + side; walked with the set on its right hand, so
 * that outer borders run clockwise and borders of holes the other way.
 */
type Edge = number;
const [top, right, bottom, left] = [0, 1, 2, 3];

/**
 * The outlines of a mask along the edges of its pixels, one polygon for each component of pixels that touch, at a
 * corner at least. A hole is joined to its outline by a horizontal cut along an edge, walked there and back: filled by
 * the even-odd rule at the centres of pixels, the polygons give the mask again to the pixel.
 */
export function outlinesOf(mask: Bits): Point[][] {
  const { outers, holeBehind } = new Borders(mask).find();
  return outers.map((start) => new Outline(mask, holeBehind).from(start));
}

function has({ rows, columns, bits }: Bits, column: number, row: number): boolean {
  return column >= 0 && row >= 0 && column < columns && row < rows && bits[row * columns + column] === 1;
}

/** Where an edge begins. */
function startOf({ columns }: Bits, edge: Edge): Point {
  const [pixel, side] = [edge >> 2, edge & 3];
  const [column, row] = [pixel % columns, Math.floor(pixel / columns)];
  return [
    column + (side === right || side === bottom ? 1 : 0),
    row + (side === bottom || side === left ? 1 : 0),
  ];
}

/** For each side the steps to the pixels ahead: first the one across the corner, then the one beside. */
const ahead: readonly (readonly [dx: number, dy: number, side: number])[][] = [
  [
    [1, -1, left],
    [1, 0, top],
  ],
  [
    [1, 1, top],
    [0, 1, right],
  ],
  [
    [-1, 1, right],
    [-1, 0, bottom],
  ],
  [
    [-1, -1, bottom],
    [0, -1, left],
  ],
];

/** The edge that goes on where one ends; pixels that touch at a corner belong together. */
function nextOf(mask: Bits, edge: Edge): Edge {
  const [pixel, side] = [edge >> 2, edge & 3];
  const [column, row] = [pixel % mask.columns, Math.floor(pixel / mask.columns)];
  for (const [dx, dy, turn] of ahead[side]!)
    if (has(mask, column + dx, row + dy)) return (pixel + dy * mask.columns + dx) * 4 + turn;
  return pixel * 4 + ((side + 1) & 3);
}

/** Finds where each border begins: outer ones at their first pixel, those of holes at their first corner. */
class Borders {
  readonly #seen: Uint8Array;
  readonly outers: Edge[] = [];
  /** By the left edge that ends where the cut to a hole begins: the hole's first edge. */
  readonly holeBehind = new Map<Edge, Edge>();

  constructor(private readonly mask: Bits) {
    this.#seen = new Uint8Array(mask.bits.length * 4);
  }

  find(): this {
    const { bits, columns } = this.mask;
    for (let pixel = 0; pixel < bits.length; pixel++) {
      if (bits[pixel] !== 1) continue;
      const isTop = pixel < columns || bits[pixel - columns] !== 1;
      const isRight = pixel % columns === columns - 1 || bits[pixel + 1] !== 1;
      if (isTop && this.#isNew(pixel * 4 + top)) this.#follow(this.#outer(pixel * 4 + top));
      if (isRight && this.#isNew(pixel * 4 + right)) this.#follow(this.#hole(pixel * 4 + right));
    }
    return this;
  }

  #isNew(edge: Edge): boolean {
    return this.#seen[edge] === 0;
  }

  #outer(edge: Edge): Edge {
    this.outers.push(edge);
    return edge;
  }

  /** The cut runs left from the hole's first corner, along the upper edge of its row, to where that run begins. */
  #hole(edge: Edge): Edge {
    const { columns } = this.mask;
    let pixel = edge >> 2;
    while (pixel % columns > 0 && this.mask.bits[pixel - 1] === 1) pixel--;
    this.holeBehind.set(pixel * 4 + left, edge);
    return edge;
  }

  #follow(start: Edge): void {
    let edge = start;
    do {
      this.#seen[edge] = 1;
      edge = nextOf(this.mask, edge);
    } while (edge !== start);
  }
}

/** Walks one outer border and, at the cuts, the holes within it. */
class Outline {
  readonly #points: Point[] = [];

  constructor(
    private readonly mask: Bits,
    private readonly holeBehind: ReadonlyMap<Edge, Edge>,
  ) {}

  from(start: Edge): Point[] {
    // A list instead of recursion: holes may follow one another by the thousand.
    const open: { start: Edge; back: Point; after: Edge }[] = [];
    let [first, edge] = [start, start];
    for (;;) {
      this.#add(startOf(this.mask, edge));
      const hole = this.holeBehind.get(edge);
      const after = nextOf(this.mask, edge);
      if (hole !== undefined) {
        const back = startOf(this.mask, after);
        this.#add(back);
        open.push({ start: first, back, after });
        [first, edge] = [hole, hole];
        continue;
      }
      edge = after;
      while (edge === first) {
        const outside = open.pop();
        if (!outside) return this.#closed();
        this.#add(startOf(this.mask, first));
        this.#turn(outside.back);
        [first, edge] = [outside.start, outside.after];
      }
    }
  }

  /** Leaves a hole the way it was reached: its first corner stays, so that both ways of the cut are one edge. */
  #turn(back: Point): void {
    this.#points.push(back);
  }

  /** Adds a corner; one on the way straight on is left out. */
  #add(point: Point): void {
    const points = this.#points;
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && last[0] === point[0] && last[1] === point[1]) return;
    if (before && last && isStraight(before, last, point)) points.pop();
    points.push(point);
  }

  #closed(): Point[] {
    const points = this.#points;
    const isRedundant = (): boolean => isStraight(points.at(-2)!, points.at(-1)!, points[0]!);
    while (points.length > 4 && isRedundant()) points.pop();
    return points;
  }
}

/** Whether the way goes on in the same direction; a way back is a corner too. */
function isStraight([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): boolean {
  return Math.sign(bx - ax) === Math.sign(cx - bx) && Math.sign(by - ay) === Math.sign(cy - by);
}
