import { energyOver } from './attention';
import { areaShare, type Metric } from './metric';

/** Relevance mass accuracy (Arras, Osman and Samek 2022, Information Fusion 81, section 3.2, equation 1). */
export const energyShare: Metric = {
  id: 'energy-share',
  name: 'Share of attention inside',
  meaning: 'How much of the whole map lies inside the region; chance is the share of the area.',
  reference: 'Relevance mass accuracy: Arras, Osman, Samek. Information Fusion 81 (2022) 14–40',
  unit: 'share',
  measure: (input) => ({
    value: energyOver(input.attention, input.pixels) / input.attention.energy,
    chance: areaShare(input),
    note: '',
  }),
};
