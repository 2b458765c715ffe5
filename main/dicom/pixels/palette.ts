import type { DataSet } from 'dicom-parser';
import { FileFault } from '../faults';
import { tags } from '../tags';
import type { LookupTable } from './modality';
import { entryOf, lookupTable } from './modality';
import type { StoredValues } from './stored';

const channels = [
  [tags.RedPaletteColorLookupTableDescriptor, tags.RedPaletteColorLookupTableData],
  [tags.GreenPaletteColorLookupTableDescriptor, tags.GreenPaletteColorLookupTableData],
  [tags.BluePaletteColorLookupTableDescriptor, tags.BluePaletteColorLookupTableData],
] as const;

/**
 * Interleaved RGB, 0..255, of a PALETTE COLOR frame (PS3.3 C.7.6.3.1.5 and .6).
 * @throws FileFault where a palette is missing or damaged
 */
export function fromPalette(dataSet: DataSet, stored: StoredValues, signed: boolean): Uint8ClampedArray {
  const palettes = channels.map(([descriptor, data]) => lookupTable(dataSet, descriptor, data, signed));
  const out = new Uint8ClampedArray(stored.length * 3);
  palettes.forEach((palette, channel) => {
    if (!palette) throw new FileFault('has no usable colour palette; export it again as greyscale or RGB.');
    const shift = shiftOf(palette);
    for (let i = 0; i < stored.length; i++) out[i * 3 + channel] = entryOf(palette, stored[i]!) >> shift;
  });
  return out;
}

/** Palettes of 16 bits are shown by their upper eight, unless their writer filled only the lower eight. */
function shiftOf({ bits, entries }: LookupTable): number {
  return bits > 8 && entries.some((entry) => entry > 255) ? 8 : 0;
}
