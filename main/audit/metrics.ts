import { energyEnrichment } from './energy-enrichment';
import { energyShare } from './energy-share';
import { iou } from './iou';
import type { Metric } from './metric';
import { pointing } from './pointing';
import { rankAccuracy } from './rank-accuracy';

/** Every figure of an audit, in the order in which it is shown. */
export const metrics: readonly Metric[] = [energyShare, energyEnrichment, pointing, iou, rankAccuracy];
