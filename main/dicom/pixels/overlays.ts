import type { DataSet } from 'dicom-parser';
import type { OverlayPlane } from '../../../preload/vocabulary';
import type { DecodedFrame } from '../decoders/decoder';
import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Tag } from '../tags';
import { bytesOf, code, number, text, unsigned, wordBytes } from '../values';
import type { ImagePixel } from './image-pixel';
import { wordsOf } from './stored';

type Group = `x60${string}`;

const groups = Array.from({ length: 16 }, (_, i): Group => `x60${(2 * i).toString(16).padStart(2, '0')}`);

/** A frame with the overlay planes that go with it. */
export interface OverlaidFrame {
  readonly dataSet: DataSet;
  readonly image: ImagePixel;
  readonly decoded: DecodedFrame;
  /** From 1. */
  readonly frame: number;
}

/**
 * The overlay planes of a frame, up to 16 (PS3.3 C.9.2 and C.9.3), each with its group: of their own, or in bits of the
 * pixels that no value uses (PS3.3-2004 C.9.2). One whose data is not there is left out.
 * @throws FileFault where they claim more pixels than any image has
 */
export function overlaysOf(overlaid: OverlaidFrame): ReadonlyMap<number, OverlayPlane> {
  const { dataSet } = overlaid;
  const present = groups.filter((group) => dataSet.elements[rows(group)]);
  const claimed = present.reduce((sum, group) => sum + sizeOf(dataSet, group).pixels, 0);
  if (claimed > limits.maxFramePixels)
    throw new FileFault('has overlays of more pixels than can be shown; it was not read.');
  const planes = present.flatMap((group) => {
    const bits = dataSet.elements[tagOf(group, 0x3000)] ? packed(overlaid, group) : embedded(overlaid, group);
    return bits ? ([[parseInt(group.slice(1), 16), planeOf(dataSet, group, bits)]] as const) : [];
  });
  return new Map(planes);
}

const tagOf = (group: Group, element: number): Tag => `${group}${element.toString(16).padStart(4, '0')}`;
const rows = (group: Group): Tag => tagOf(group, 0x0010);

function sizeOf(dataSet: DataSet, group: Group): { rows: number; columns: number; pixels: number } {
  const size = {
    rows: unsigned(dataSet, rows(group)) ?? 0,
    columns: unsigned(dataSet, tagOf(group, 0x0011)) ?? 0,
  };
  return { ...size, pixels: size.rows * size.columns };
}

function planeOf(dataSet: DataSet, group: Group, bits: Uint8Array): OverlayPlane {
  const origin = tagOf(group, 0x0050);
  const hasOrigin = bytesOf(dataSet, origin).length >= 4;
  return {
    label: text(dataSet, tagOf(group, 0x1500)) || text(dataSet, tagOf(group, 0x0022)),
    type: code(dataSet, tagOf(group, 0x0040)) === 'R' ? 'region' : 'graphics',
    rows: sizeOf(dataSet, group).rows,
    columns: sizeOf(dataSet, group).columns,
    origin: hasOrigin ? [dataSet.int16(origin, 0)!, dataSet.int16(origin, 1)!] : [1, 1],
    bits,
  };
}

/** Bits of Overlay Data, the first in the lowest bit, frame after frame without a gap (PS3.5 8.1.2). */
function packed({ dataSet, frame }: OverlaidFrame, group: Group): Uint8Array | null {
  const { pixels } = sizeOf(dataSet, group);
  const index = indexOf(dataSet, group, frame);
  const data = wordBytes(dataSet, tagOf(group, 0x3000));
  if (pixels === 0 || index < 0 || (index + 1) * pixels > data.length * 8) return null;
  const bits = new Uint8Array(pixels);
  for (let i = 0, bit = index * pixels; i < pixels; i++, bit++) bits[i] = (data[bit >>> 3]! >> (bit & 7)) & 1;
  return bits;
}

/** Which frame of the overlay goes with a frame of the image, from 0, below 0 for none; without a number it is for all. */
function indexOf(dataSet: DataSet, group: Group, frame: number): number {
  const frames = number(dataSet, tagOf(group, 0x0015));
  const origin = unsigned(dataSet, tagOf(group, 0x0051));
  if (frames === null && origin === null) return 0;
  const index = frame - (origin ?? 1);
  return index < (frames ?? 1) ? index : -1;
}

function embedded({ dataSet, image, decoded }: OverlaidFrame, group: Group): Uint8Array | null {
  const { rows: high, columns: wide } = sizeOf(dataSet, group);
  const position = unsigned(dataSet, tagOf(group, 0x0102)) ?? 0;
  const isUnused = position > decoded.highBit || position <= decoded.highBit - image.bitsStored;
  const isThere = position < decoded.bytesPerSample * 8 && image.samplesPerPixel === 1 && !image.float;
  if (high !== image.rows || wide !== image.columns || !isUnused || !isThere) return null;
  return Uint8Array.from(wordsOf(decoded), (word) => (word >>> position) & 1);
}
