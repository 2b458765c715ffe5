/** How often the tell-tale artefact agrees with the label in a biased population. */
export const AGREEMENT = 0.95;
