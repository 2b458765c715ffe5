/** A probability 0..1 as the window writes it. */
export const percentOf = (probability: number): string => `${(probability * 100).toFixed(1)} %`;
