import type { PhantomRegion } from '../draw/region';
import type { Grid } from '../draw/stroke';
import type { Colour } from './surface';

/** One thing laid over the skin: how much of each pixel it covers (0…1), in what colour, and where it truly is. */
export interface Layer {
  cover: Grid;
  colour: Colour;
  regions: PhantomRegion[];
}
