import type { DataSet } from 'dicom-parser';
import type { Slice } from '../../../preload/vocabulary';
import type { DecodedFrame } from '../decoders/decoder';
import type { Header } from '../header';
import { toRgb, unknown } from './colour';
import { FileFault } from '../faults';
import { tags } from '../tags';
import { code } from '../values';
import { decodeFrame } from './decode-frame';
import type { ImagePixel } from './image-pixel';
import { readImagePixel } from './image-pixel';
import { modalityTransform } from './modality';
import { overlaysOf } from './overlays';
import { paddingOf } from './padding';
import { fromPalette } from './palette';
import { rangeOf } from './range';
import { shutterOf } from './shutter';
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
  const { dataSet } = header;
  const decoded = await decodeFrame(header, image, frame);
  const planes = overlaysOf({ dataSet, image, decoded, frame });
  const shutter = shutterOf(dataSet, frame, planes);
  return {
    ...valuesOf(dataSet, image, decoded, frame),
    rows: image.rows,
    columns: image.columns,
    overlays: [...planes.values()].filter((plane) => plane !== shutter?.bitmap),
    shutter,
  };
}

/** The part of a slice that is made from its samples. */
type Values = Omit<DecodedSlice, 'rows' | 'columns' | 'overlays' | 'shutter'>;

function valuesOf(dataSet: DataSet, image: ImagePixel, decoded: DecodedFrame, frame: number): Values {
  const stored = storedValues(decoded, image);
  if (image.samplesPerPixel === 3) return colour(image, toRgb(stored, decoded, image));
  if (image.photometricInterpretation === 'PALETTE COLOR')
    return colour(image, fromPalette(dataSet, stored, image.signed));
  const { photometricInterpretation } = decoded;
  if (!/^MONOCHROME[12]$/.test(photometricInterpretation))
    throw new FileFault(unknown(photometricInterpretation));
  return {
    ...grey(dataSet, image, stored, frame),
    photometricInterpretation,
    inverted: isInverted(dataSet, decoded),
  };
}

type Grey = Omit<Values, 'photometricInterpretation' | 'inverted'>;

function grey(dataSet: DataSet, image: ImagePixel, stored: StoredValues, frame: number): Grey {
  const modality = modalityTransform(dataSet, frame, image.signed);
  const pixels = modality.apply(stored);
  const padding = paddingOf(dataSet, image, stored);
  const range = rangeOf(pixels, padding);
  const hasLess = modality.unit === 'HU' && range.minimum < lowestHounsfield;
  const shown = hasLess ? rangeOf(pixels, padding, lowestHounsfield) : range;
  const looked = { signed: image.signed && modality.belowZero, belowZero: modality.belowZero };
  return {
    samples: 1,
    pixels,
    unit: modality.unit,
    windows: [...fileWindows(dataSet, frame, looked), computedWindow(shown)],
    minimum: range.minimum,
    maximum: range.maximum,
  };
}

/**
 * Whether low values are white. MONOCHROME1 and the shape INVERSE of the Presentation LUT say the same and come
 * together (PS3.3 C.8.11.3.1), so both together do not turn the picture twice.
 */
function isInverted(dataSet: DataSet, { photometricInterpretation }: DecodedFrame): boolean {
  return (
    photometricInterpretation === 'MONOCHROME1' || code(dataSet, tags.PresentationLUTShape) === 'INVERSE'
  );
}

/** Colour: what was PALETTE COLOR or YBR in the file is RGB by now, and the file's own word for it is kept. */
function colour({ photometricInterpretation }: ImagePixel, pixels: Uint8ClampedArray): Values {
  const { minimum, maximum } = rangeOf(pixels);
  return {
    ...{ samples: 3, pixels, inverted: false, unit: '', windows: [], minimum, maximum },
    photometricInterpretation,
  };
}
