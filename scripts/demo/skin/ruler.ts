import { textStrokes } from '../draw/glyph';
import type { Random } from '../draw/random';
import { boxRegion } from '../draw/region';
import type { StrokePoint } from '../draw/stroke';
import { addStroke, squareGrid, visitBox } from '../draw/stroke';
import type { Layer } from './layer';
import { SKIN_EXTENT } from './mole';

/** A clear plastic rule along an edge: its body, then its ticks a millimetre apart and figures every five. */
export function drawRuler(edge: 'left' | 'bottom', random: Random, size: number): [Layer, Layer] {
  const body = squareGrid(size, SKIN_EXTENT);
  const ticks = squareGrid(size, SKIN_EXTENT);
  const width = random.between(1.5, 1.9);
  const box =
    edge === 'left'
      ? { left: 0, top: 0, right: width, bottom: SKIN_EXTENT }
      : { left: 0, top: SKIN_EXTENT - width, right: SKIN_EXTENT, bottom: SKIN_EXTENT };
  visitBox(body, box, (_x, _y, index) => (body.data[index] = 0.62));
  const offset = random.between(0, 1);
  for (let tick = 0; tick < 16; tick++) {
    const length = tick % 5 === 0 ? 0.95 : 0.55;
    for (const stroke of tickStrokes(edge, offset + tick, width, length, tick)) {
      addStroke(ticks, stroke, (distance) => 0.92 * Math.min(1, (1 - distance) * 2));
    }
  }
  return [
    {
      cover: body,
      colour: [232, 234, 232],
      regions: [boxRegion('artefact', 'ruler', 'rectangle', box, body)],
    },
    { cover: ticks, colour: [24, 24, 28], regions: [] },
  ];
}

function tickStrokes(
  edge: 'left' | 'bottom',
  at: number,
  width: number,
  length: number,
  tick: number,
): StrokePoint[][] {
  const radius = 0.045;
  const inner = SKIN_EXTENT - width;
  const line =
    edge === 'left'
      ? [
          { x: width, y: at, radius },
          { x: width - length, y: at, radius },
        ]
      : [
          { x: at, y: inner, radius },
          { x: at, y: inner + length, radius },
        ];
  if (tick % 5 !== 0) return [line];
  const figure = edge === 'left' ? ([0.12, at + 0.1] as const) : ([at + 0.1, SKIN_EXTENT - 0.62] as const);
  return [line, ...textStrokes(String(tick / 5 + 1), figure[0], figure[1], 0.5, radius)];
}
