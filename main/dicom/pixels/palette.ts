import type { DataSet } from 'dicom-parser';
import { FileFault } from '../faults';
import type { Tag } from '../tags';
import { tags } from '../tags';
import type { LookupTable } from './lookup-table';
import { entryOf, lookupTable } from './lookup-table';
import { segmentedEntries } from './segmented';
import type { StoredValues } from './stored';

interface Channel {
  readonly descriptor: Tag;
  readonly data: Tag;
  readonly segments: Tag;
}

const channels: readonly Channel[] = [
  {
    descriptor: tags.RedPaletteColorLookupTableDescriptor,
    data: tags.RedPaletteColorLookupTableData,
    segments: tags.SegmentedRedPaletteColorLookupTableData,
  },
  {
    descriptor: tags.GreenPaletteColorLookupTableDescriptor,
    data: tags.GreenPaletteColorLookupTableData,
    segments: tags.SegmentedGreenPaletteColorLookupTableData,
  },
  {
    descriptor: tags.BluePaletteColorLookupTableDescriptor,
    data: tags.BluePaletteColorLookupTableData,
    segments: tags.SegmentedBluePaletteColorLookupTableData,
  },
];

/**
 * Interleaved RGB, 0..255, of a PALETTE COLOR frame (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and C.7.9).
 * @throws FileFault where a palette is missing or damaged
 */
export function fromPalette(dataSet: DataSet, stored: StoredValues, signed: boolean): Uint8ClampedArray {
  const palettes = channels.map((channel) => paletteOf(dataSet, channel, signed));
  const shift = shiftOf(palettes);
  const out = new Uint8ClampedArray(stored.length * 3);
  palettes.forEach((palette, channel) => {
    for (let i = 0; i < stored.length; i++) out[i * 3 + channel] = entryOf(palette, stored[i]!) >> shift;
  });
  return out;
}

function paletteOf(dataSet: DataSet, { descriptor, data, segments }: Channel, signed: boolean): LookupTable {
  const palette = dataSet.elements[segments]
    ? lookupTable(dataSet, descriptor, segments, signed, segmentedEntries)
    : lookupTable(dataSet, descriptor, data, signed);
  if (!palette) throw new FileFault('has no usable colour palette; export it again as greyscale or RGB.');
  return palette;
}

/** Palettes of 16 bits are shown by their upper eight, unless their writer filled only the lower eight of all. */
function shiftOf(palettes: readonly LookupTable[]): number {
  const isDeep = palettes.some(({ bits, entries }) => bits > 8 && entries.some((entry) => entry > 255));
  return isDeep ? 8 : 0;
}
