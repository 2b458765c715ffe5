import type { HeatMap, OverlaySettings, Slice } from '../../preload/vocabulary';
import { encodePng } from '../report/png';
import { composeRgba } from '../../renderer/picture/composite';
import { overlayRgba } from '../../renderer/picture/overlay';
import { pictureRgba } from '../../renderer/picture/overlay-planes';

/** How the window shows a map before anybody has touched a slider. */
export const defaultOverlay: OverlaySettings = {
  visible: true,
  opacity: 0.55,
  threshold: 0.2,
  colourMap: 'inferno',
  style: 'wash',
};

/** PNG of a slice in its own first window under a map of the same size, pixel for pixel. */
export function overlayPng(slice: Slice, map: HeatMap, settings: OverlaySettings): Buffer {
  const rgba = composeRgba(pictureRgba(slice, null, false, true), overlayRgba(map, settings));
  return encodePng(rgba, slice.columns, slice.rows);
}
