import type { Slice } from '../../../preload/vocabulary';
import type { DecodedFrame } from '../decoders/decoder';
import type { Header } from '../header';
import { toRgb, unknown } from './colour';
import { FileFault } from '../faults';
import { decodeFrame } from './decode-frame';
import type { ImagePixel } from './image-pixel';
import { readImagePixel } from './image-pixel';
import { modalityTransform } from './modality';
import { paddingOf } from './padding';
import { fromPalette } from './palette';
import { rangeOf } from './range';
import type { StoredValues } from './stored';
import { storedValues } from './stored';
import { computedWindow, fileWindows } from './windows';

/** Scanners write less than air only outside their field of view; it would darken a window made from the values. */
const lowestHounsfield = -1024;

/** A slice's pixels and what goes with them, but for its reference. */
export type DecodedSlice = Omit<Slice, 'sopInstanceUid' | 'frame'>;

/**
 * One frame of a DICOM file, ready to be shown.
 * @param frame from 1
 * @throws FileFault where it cannot be read
 */
export async function readPixels(header: Header, frame: number): Promise<DecodedSlice> {
  const image = readImagePixel(header);
  const decoded = await decodeFrame(header, image, frame);
  const stored = storedValues(decoded, image);
  if (image.samplesPerPixel === 3) return colour(image, toRgb(stored, decoded, image));
  if (image.photometricInterpretation === 'PALETTE COLOR')
    return colour(image, fromPalette(header.dataSet, stored, image.signed));
  return grey(header, image, decoded, stored, frame);
}

function grey(
  { dataSet }: Header,
  image: ImagePixel,
  { photometricInterpretation }: DecodedFrame,
  stored: StoredValues,
  frame: number,
): DecodedSlice {
  if (!/^MONOCHROME[12]$/.test(photometricInterpretation))
    throw new FileFault(unknown(photometricInterpretation));
  const modality = modalityTransform(dataSet, frame, image.signed);
  const pixels = modality.apply(stored);
  const padding = paddingOf(dataSet, image, stored);
  const range = rangeOf(pixels, padding);
  const hasLess = modality.unit === 'HU' && range.minimum < lowestHounsfield;
  const shown = hasLess ? rangeOf(pixels, padding, lowestHounsfield) : range;
  return {
    rows: image.rows,
    columns: image.columns,
    samples: 1,
    pixels,
    inverted: photometricInterpretation === 'MONOCHROME1',
    unit: modality.unit,
    windows: [...fileWindows(dataSet, frame), computedWindow(shown)],
    minimum: range.minimum,
    maximum: range.maximum,
    photometricInterpretation,
    overlays: [],
    shutter: null,
  };
}

/** Colour: what was PALETTE COLOR or YBR in the file is RGB by now, and the file's own word for it is kept. */
function colour(image: ImagePixel, pixels: Uint8ClampedArray): DecodedSlice {
  const { minimum, maximum } = rangeOf(pixels);
  return {
    rows: image.rows,
    columns: image.columns,
    samples: 3,
    pixels,
    inverted: false,
    unit: '',
    windows: [],
    minimum,
    maximum,
    photometricInterpretation: image.photometricInterpretation,
    overlays: [],
    shutter: null,
  };
}
