import type { SliceReference } from './study';

/** A VOI window: centre and width in modality units (PS3.3 C.11.2). */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly explanation: string;
  /**
   * VOILUTFunction: LINEAR where absent, made for whole numbers and a width of 1 or more (C.11.2.1.2.1); LINEAR_EXACT
   * takes any width above 0 (C.11.2.1.3.2), as fractions need it; SIGMOID (C.11.2.1.3.1).
   */
  readonly voiLutFunction?: 'LINEAR_EXACT' | 'SIGMOID' | undefined;
  /** An item of the VOI LUT Sequence: it is applied in place of the function; center and width then span its input. */
  readonly lut?: VoiLut | undefined;
}

/** A VOI LUT (PS3.3 C.11.2.1.1): modality values in, display values 0..2^bits − 1 out. */
export interface VoiLut {
  /** The modality value that the first entry is for; below it the first entry counts, above the last the last. */
  readonly first: number;
  readonly bits: number;
  readonly entries: Uint16Array;
}

/** An overlay plane of group 60xx (PS3.3 C.9.2), drawn over the image in white. */
export interface OverlayPlane {
  /** OverlayLabel, or OverlayDescription, or ''. */
  readonly label: string;
  /** OverlayType: G, or R, a region of interest, which is drawn by its outline. */
  readonly type: 'graphics' | 'region';
  readonly rows: number;
  readonly columns: number;
  /** OverlayOrigin: row and column of its first pixel in the image, from 1; may lie outside. */
  readonly origin: readonly [number, number];
  /** rows × columns, 0 or 1. */
  readonly bits: Uint8Array;
}

/** Display shutter (PS3.3 C.7.6.11 and C.7.6.15): what is shown lies inside every shape that is given. */
export interface Shutter {
  /** Edges as row and column numbers from 1; the edges themselves are shown. */
  readonly rectangle: {
    readonly left: number;
    readonly right: number;
    readonly upper: number;
    readonly lower: number;
  } | null;
  /** Centre as row, column from 1, radius in pixels of a row; aspect is the height of a pixel for a width of 1. */
  readonly circle: {
    readonly row: number;
    readonly column: number;
    readonly radius: number;
    readonly aspect: number;
  } | null;
  /** Vertices as [row, column] from 1. */
  readonly polygon: readonly (readonly [number, number])[] | null;
  /** An overlay plane whose bits of 1 are covered, not drawn. */
  readonly bitmap: OverlayPlane | null;
  /** ShutterPresentationValue: the shade of what is covered, 0 (black) to 65,535. */
  readonly presentationValue: number;
}

/** Pixels of a slice: modality values of grey, Int16Array where each is a whole number that fits; RGB of colour. */
export type SlicePixels = Float32Array | Int16Array | Uint8ClampedArray;

/** The pixels of one frame after the modality LUT, ready to be shown. */
export interface Slice extends SliceReference {
  readonly rows: number;
  readonly columns: number;
  /** 1 for grey (values in modality units), 3 for colour (interleaved RGB, 0..255). */
  readonly samples: 1 | 3;
  /** rows × columns × samples, row by row; Int16Array or Float32Array for grey, Uint8ClampedArray for colour. */
  readonly pixels: SlicePixels;
  /** True where low values are shown white (MONOCHROME1). */
  readonly inverted: boolean;
  /** 'HU', RescaleType, or ''. */
  readonly unit: string;
  /** VOI LUTs and windows of the file first, then one from the values; at least one for grey, none for colour. */
  readonly windows: readonly Window[];
  readonly minimum: number;
  readonly maximum: number;
  readonly photometricInterpretation: string;
  readonly overlays: readonly OverlayPlane[];
  readonly shutter: Shutter | null;
}
