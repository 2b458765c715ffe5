import type { InputResize } from './input';

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where the model's pixels lie on the slice. Both in continuous coordinates whose 0 is the outer corner of the
 * first pixel: column on the slice = left + scaleX · column in the model, row likewise with top and scaleY.
 */
export interface Placement {
  readonly model: Size;
  readonly slice: Size;
  /** Slice pixels a model pixel. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Where the model's outer corner lies on the slice; negative where the slice was padded. */
  readonly left: number;
  readonly top: number;
}

/** The placement of a model input on a slice. */
export function placementOf(slice: Size, model: Size, resize: InputResize): Placement {
  const x = slice.columns / model.columns;
  const y = slice.rows / model.rows;
  const both = resize === 'crop' ? Math.min(x, y) : Math.max(x, y);
  const [scaleX, scaleY] = resize === 'stretch' ? [x, y] : [both, both];
  return {
    model: { rows: model.rows, columns: model.columns },
    slice: { rows: slice.rows, columns: slice.columns },
    scaleX,
    scaleY,
    left: (slice.columns - model.columns * scaleX) / 2,
    top: (slice.rows - model.rows * scaleY) / 2,
  };
}

/** A model input that lies on itself: what is not prepared has nothing to undo. */
export const samePlacement = (size: Size): Placement => placementOf(size, size, 'stretch');

/** The part of the slice that the model saw: column, row of the corner, width, height, in image pixels. */
export function seenBy(placement: Placement): [number, number, number, number] {
  const { model, slice, scaleX, scaleY } = placement;
  const left = Math.max(0, placement.left);
  const top = Math.max(0, placement.top);
  const right = Math.min(slice.columns, placement.left + model.columns * scaleX);
  const bottom = Math.min(slice.rows, placement.top + model.rows * scaleY);
  return [left, top, right - left, bottom - top];
}
