import { areaShare, type Metric } from './metric';

/**
 * Intersection over union of the region and the pixels drawn at the threshold (Jaccard 1912; as CheXlocalize, Saporta
 * et al. 2022, uses it). Chance is that of as many pixels drawn anywhere: for shares p of the area marked and q drawn,
 * p·q / (p + q − p·q).
 */
export const iou: Metric = {
  id: 'iou',
  name: 'Overlap at the threshold (IoU)',
  meaning: 'How well what is drawn at the threshold and the region cover each other.',
  reference: 'IoU of thresholded maps: Saporta et al. Nature Machine Intelligence 4 (2022) 867–878',
  unit: 'share',
  measure: (input) => {
    const { map, cut, drawn, area } = input.attention;
    let both = 0;
    for (const pixel of input.pixels) {
      const value = map.values[pixel]!;
      if (value > 0 && value >= cut) both++;
    }
    const [p, q] = [areaShare(input), drawn / area];
    return {
      value: both / (input.pixels.length + drawn - both),
      chance: (p * q) / (p + q - p * q),
      note: '',
    };
  },
};
