import type { Gesture, Spot } from './tool';

/** A gesture that acts on each step of the pointer, in canvas pixels, and has nothing to end. */
export function stepByStep(
  start: Spot,
  step: (x: number, y: number) => void,
  undo: () => void = () => {},
): Gesture {
  let last = start.canvas;
  return {
    move: ({ canvas }) => {
      step(canvas[0] - last[0], canvas[1] - last[1]);
      last = canvas;
    },
    end: () => undefined,
    cancel: undo,
  };
}
