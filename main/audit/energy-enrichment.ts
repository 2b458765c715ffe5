import { energyOver } from './attention';
import { areaShare, type Metric } from './metric';

/** Share of the energy by share of the area: how many times denser the attention is inside than on average. */
export const energyEnrichment: Metric = {
  id: 'energy-enrichment',
  name: 'Attention against chance',
  meaning: 'How many times more attention the region holds than its area would by chance.',
  reference:
    'Relevance mass accuracy divided by its chance level: Arras, Osman, Samek. Information Fusion 81 (2022)',
  unit: 'ratio',
  measure: (input) => ({
    value: energyOver(input.attention, input.pixels) / input.attention.energy / areaShare(input),
    chance: 1,
    note: '',
  }),
};
