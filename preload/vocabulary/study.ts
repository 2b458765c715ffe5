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
  /** Geometry of the first frame, and of all where frameGeometry is null. */
  readonly geometry: Geometry | null;
  /** Geometry of each frame where they differ (per-frame functional groups, PS3.3 C.7.6.16); null where they do not. */
  readonly frameGeometry: readonly (Geometry | null)[] | null;
  readonly sliceThickness: number | null;
  /** Row spacing, column spacing; mm when kind is not 'aspect'. */
  readonly spacing: { readonly row: number; readonly column: number; readonly kind: SpacingKind } | null;
  /** Letters of PatientOrientation (row direction, column direction), where there is no geometry. */
  readonly patientOrientation: readonly [string, string] | null;
  /** ImageLaterality or Laterality: 'L', 'R', 'B', 'U' or ''. */
  readonly laterality: string;
  readonly lossy: boolean;
  /** The last LossyImageCompressionRatio, where the file gives it. */
  readonly lossyRatio: number | null;
  /** ImageType, value by value: 'DERIVED' or 'ORIGINAL' first (PS3.3 C.7.6.1.1.2). */
  readonly imageType: readonly string[];
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
  /** Objects that are no images but say something about images of the study. */
  readonly objects: readonly StudyObject[];
}

export type StudyObjectKind = 'SEG' | 'RTSTRUCT' | 'SR' | 'PARAMETRIC MAP';

/** A SOP instance that holds regions or maps on other images (PS3.3 A.19, A.35, A.51, A.75). */
export interface StudyObject {
  readonly kind: StudyObjectKind;
  readonly sopInstanceUid: string;
  readonly sopClassUid: string;
  readonly seriesInstanceUid: string;
  readonly seriesDescription: string;
  /** Path of the file on disk. */
  readonly path: string;
  /** ContentLabel, StructureSetLabel or the title of the report; what a person recognises it by. */
  readonly label: string;
}

/** A file that could not be read, and one sentence of why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}
