import type { Component, Frame } from './frame';

/** Samples of one component, in whole MCUs. */
export interface Plane {
  readonly samples: Uint16Array;
  /** Samples from one line to the next. */
  readonly stride: number;
  /** What of it is the image's (ITU-T T.81 A.1.1). */
  readonly columns: number;
  readonly rows: number;
}

/** How a frame is divided (T.81 A.2). */
export interface Division {
  readonly maxHorizontal: number;
  readonly maxVertical: number;
  readonly mcusAcross: number;
  readonly mcusDown: number;
}

/** Numbers of MCUs of a frame whose components are interleaved. */
export function divisionOf({ rows, columns, components }: Frame): Division {
  const maxHorizontal = Math.max(...components.map(({ horizontal }) => horizontal));
  const maxVertical = Math.max(...components.map(({ vertical }) => vertical));
  return {
    maxHorizontal,
    maxVertical,
    mcusAcross: Math.ceil(columns / (8 * maxHorizontal)),
    mcusDown: Math.ceil(rows / (8 * maxVertical)),
  };
}

/** An empty plane for a component. */
export function planeOf(frame: Frame, { horizontal, vertical }: Component): Plane {
  const { maxHorizontal, maxVertical, mcusAcross, mcusDown } = divisionOf(frame);
  const stride = mcusAcross * horizontal * 8;
  return {
    samples: new Uint16Array(stride * mcusDown * vertical * 8),
    stride,
    columns: Math.ceil((frame.columns * horizontal) / maxHorizontal),
    rows: Math.ceil((frame.rows * vertical) / maxVertical),
  };
}
