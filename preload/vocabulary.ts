/**
 * The plain nouns that cross the borders between processes: no behaviour, no imports.
 * DICOM's nouns carry DICOM's keywords (PS3.6); frames are counted from 1 as DICOM counts them.
 */

/** One frame of one SOP instance. */
export interface SliceReference {
  readonly sopInstanceUid: string;
  /** From 1 (Referenced Frame Number, PS3.3 Table 10-3). */
  readonly frame: number;
}

/** Geometry of one frame in the patient's coordinate system, in mm (PS3.3 C.7.6.2). */
export interface Geometry {
  /** ImagePositionPatient: x, y, z of the centre of the first pixel, mm. */
  readonly position: readonly [number, number, number];
  /** ImageOrientationPatient: direction cosines of a row, then of a column. */
  readonly orientation: readonly [number, number, number, number, number, number];
}

/** Where a physical pixel size comes from: at the patient, only at the detector, or from an aspect ratio alone. */
export type SpacingKind = 'patient' | 'detector' | 'aspect';

/** One SOP instance with pixels, as its header describes it. */
export interface Instance {
  readonly sopInstanceUid: string;
  readonly sopClassUid: string;
  /** Path of the file on disk. */
  readonly path: string;
  readonly transferSyntaxUid: string;
  readonly instanceNumber: number | null;
  readonly numberOfFrames: number;
  readonly rows: number;
  readonly columns: number;
  readonly geometry: Geometry | null;
  readonly sliceThickness: number | null;
  /** Row spacing, column spacing; mm when kind is not 'aspect'. */
  readonly spacing: { readonly row: number; readonly column: number; readonly kind: SpacingKind } | null;
  /** Letters of PatientOrientation (row direction, column direction), where there is no geometry. */
  readonly patientOrientation: readonly [string, string] | null;
  /** ImageLaterality or Laterality: 'L', 'R', 'B', 'U' or ''. */
  readonly laterality: string;
  readonly lossy: boolean;
  /** Frames a second for cine, where the file gives it. */
  readonly frameRate: number | null;
  /** FrameOfReferenceUID, or ''. */
  readonly frameOfReferenceUid: string;
}

/** A series with its instances in reading order: along the slice normal, else by InstanceNumber. */
export interface Series {
  readonly seriesInstanceUid: string;
  readonly modality: string;
  readonly seriesNumber: number | null;
  readonly seriesDescription: string;
  readonly bodyPartExamined: string;
  readonly instances: readonly Instance[];
}

export interface Study {
  readonly studyInstanceUid: string;
  readonly studyDate: string;
  readonly studyTime: string;
  readonly studyDescription: string;
  readonly accessionNumber: string;
  /** As people write it, 'Family, Given (ideographic)': the reader has taken the PN apart. */
  readonly patientName: string;
  readonly patientId: string;
  readonly patientBirthDate: string;
  readonly patientSex: string;
  readonly series: readonly Series[];
}

/** A file that could not be read, and one sentence of why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** A VOI window: centre and width in modality units (PS3.3 C.11.2). */
export interface Window {
  readonly center: number;
  readonly width: number;
  readonly explanation: string;
  /**
   * VOILUTFunction: LINEAR where absent, made for whole numbers and a width of 1 or more (C.11.2.1.2.1); LINEAR_EXACT
   * takes any width above 0 (C.11.2.1.3.2), as fractions need it.
   */
  readonly voiLutFunction?: 'LINEAR_EXACT' | undefined;
}

/** The pixels of one frame after the modality LUT, ready to be shown. */
export interface Slice extends SliceReference {
  readonly rows: number;
  readonly columns: number;
  /** 1 for grey (values in modality units), 3 for colour (interleaved RGB, 0..255). */
  readonly samples: 1 | 3;
  /** rows × columns × samples, row by row; Float32Array for grey, Uint8ClampedArray for colour. */
  readonly pixels: Float32Array | Uint8ClampedArray;
  /** True where low values are shown white (MONOCHROME1). */
  readonly inverted: boolean;
  /** 'HU', RescaleType, or ''. */
  readonly unit: string;
  /** Windows of the file first, then one from the values themselves; at least one for grey, none for colour. */
  readonly windows: readonly Window[];
  readonly minimum: number;
  readonly maximum: number;
  readonly photometricInterpretation: string;
}

/* ---- Model ---- */

export type OutputKind = 'softmax' | 'sigmoid' | 'logit';

/** A layer whose output is a spatial feature map. */
export interface TargetLayer {
  readonly name: string;
  readonly kind: string;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
}

/** The one way a model's score is made from pixels, in short, for the screen and the report. */
export interface ModelSummary {
  /** Stable within a run: the folder's absolute path. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly intendedUse: string;
  readonly modalities: readonly string[];
  /** Why it cannot be used, in one sentence; '' if it can. */
  readonly problem: string;
}

export interface LoadedModel extends ModelSummary {
  readonly format: string;
  readonly inputShape: readonly [number, number, number];
  readonly preparation: string;
  readonly classes: readonly string[];
  readonly output: OutputKind;
  /** All layers with a spatial map, in the order of computation; empty where there is none. */
  readonly targetLayers: readonly TargetLayer[];
  /** The last spatial feature map before the head, or the card's; '' where there is none. */
  readonly targetLayer: string;
  /** Why the CAM family does not apply, in plain words; '' where it does. */
  readonly camProblem: string;
  /** SHA-256 of the weights, hexadecimal, checked at load. */
  readonly weightsSha256: string;
  readonly provenance: string;
  readonly trainingData: string;
  readonly metrics: readonly { readonly name: string; readonly value: number; readonly data: string }[];
  readonly limits: string;
}

/* ---- Explanation ---- */

export interface MethodSummary {
  readonly id: string;
  readonly name: string;
  readonly answers: string;
  readonly misleads: string;
  readonly reference: string;
}

/** What a person asks of the engine. */
export interface ExplainRequest {
  readonly modelId: string;
  readonly slice: Slice;
  readonly method: string;
  /** Class index, or 'top'. */
  readonly classIndex: number | 'top';
  /** '' means the model's own target layer. */
  readonly layer: string;
}

export interface ClassScore {
  readonly label: string;
  readonly logit: number;
  /** Softmax or sigmoid of the logit, 0..1. */
  readonly probability: number;
}

/** A relevance map on the slice's own pixel grid: what is drawn, audited and reported is this one array. */
export interface HeatMap {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns, ≥ 0, raw scale (logit units), zero outside what the model saw. */
  readonly values: Float32Array;
  /** The largest value; 0 means no positive evidence. */
  readonly peak: number;
}

export interface Explanation {
  readonly id: string;
  readonly modelId: string;
  readonly sopInstanceUid: string;
  readonly frame: number;
  readonly method: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly layer: string;
  /** Rows and columns of the layer's grid. */
  readonly grid: readonly [number, number];
  /** The layer's own map before upsampling, rows × columns of the grid, raw. */
  readonly gridMap: Float32Array;
  readonly classIndex: number;
  readonly classLabel: string;
  readonly scores: readonly ClassScore[];
  readonly map: HeatMap;
  /** Part of the slice that the model saw, in image pixels: column, row of the corner, width, height. */
  readonly seen: readonly [number, number, number, number];
  readonly milliseconds: { readonly prepare: number; readonly forward: number; readonly explain: number };
  /** Plain-words warnings that belong beside this map. */
  readonly warnings: readonly string[];
}

/* ---- Regions and audit ---- */

export type RegionKind = 'lesion' | 'artefact';
export type RegionShape = 'rectangle' | 'ellipse' | 'polygon';

/**
 * A marked region on one frame. Points are [column, row] in image pixels; [0, 0] is the outer corner of the first
 * pixel, whose centre is [0.5, 0.5] (as PS3.3 C.18.6.1.1). Rectangle and ellipse: two opposite corners of the
 * bounding box; polygon: its vertices, closed by itself.
 */
export interface Region extends SliceReference {
  readonly id: string;
  readonly kind: RegionKind;
  readonly label: string;
  readonly shape: RegionShape;
  readonly points: readonly (readonly [number, number])[];
}

export type VerdictKind = 'lesion' | 'artefact' | 'mixed' | 'elsewhere' | 'none';

/** A figure with its chance level; value null means not applicable, with the reason in note. */
export interface MetricValue {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly chance: number | null;
  /** 'share' is 0..1 and shown as per cent, 'hit' too but yes or no at its ends, 'ratio' is shown as a factor. */
  readonly unit: 'share' | 'hit' | 'ratio';
  readonly note: string;
}

/** All figures of one target: one region, or all regions of a kind together. */
export interface TargetAudit {
  readonly target: string;
  readonly kind: RegionKind;
  /** Region ids that make up the target. */
  readonly regionIds: readonly string[];
  readonly areaPixels: number;
  readonly metrics: readonly MetricValue[];
}

export interface Audit {
  readonly explanationId: string;
  /** 0..1 of the peak. */
  readonly threshold: number;
  readonly verdict: VerdictKind;
  /** The verdict as a sentence. */
  readonly sentence: string;
  /** The three facts behind it. */
  readonly facts: readonly string[];
  /** All lesions together, all artefacts together, then each region on its own where there are several of a kind. */
  readonly targets: readonly TargetAudit[];
  readonly warnings: readonly string[];
}

/* ---- Overlay and report ---- */

export type OverlayStyle = 'wash' | 'contour';

export interface OverlaySettings {
  readonly visible: boolean;
  /** 0..1 */
  readonly opacity: number;
  /** 0..1 of the peak: below it nothing is drawn. */
  readonly threshold: number;
  /** Id of a colour map in renderer/picture/colour-maps. */
  readonly colourMap: string;
  readonly style: OverlayStyle;
}

export interface DisplaySettings {
  readonly window: Window | null;
  readonly invert: boolean;
  readonly overlay: OverlaySettings;
}

/** Everything a report shows; it computes nothing anew but the picture. */
export interface ReportContent {
  readonly study: Omit<Study, 'series'>;
  readonly series: Omit<Series, 'instances'>;
  readonly instance: Instance;
  readonly slice: Slice;
  readonly display: DisplaySettings;
  readonly model: LoadedModel;
  readonly method: MethodSummary;
  readonly explanation: Explanation;
  readonly regions: readonly Region[];
  readonly audit: Audit;
  readonly comment: string;
  /** ISO 8601, local time with offset. */
  readonly createdAt: string;
  readonly software: Readonly<Record<string, string>>;
}

export type ReportFormat = 'pdf' | 'html' | 'json';

/* ---- State of the processes ---- */

export type ProcessState = 'starting' | 'ready' | 'busy' | 'restarted' | 'failed';

export interface Progress {
  readonly done: number;
  /** 0 where the total is not known yet. */
  readonly total: number;
  readonly note: string;
}

/** What a person reads when something went wrong: one sentence of what, where, and what to do. */
export interface Problem {
  readonly message: string;
  /** 'cancelled' is not an error; 'process' means that the other process died. */
  readonly kind: 'person' | 'cancelled' | 'timeout' | 'process' | 'internal';
}
