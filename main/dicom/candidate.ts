/** A file that is to be looked at. */
export interface Candidate {
  readonly path: string;
  /** The ZIP that it lies in. */
  readonly archive?: string | undefined;
  /** Whether it was named outright; what is found in a folder may be passed over for its name. */
  readonly named: boolean;
  /**
   * Whether it lies on a disc whose DICOMDIR does not refer to it: unless it is DICOM it is part of the viewer that
   * came with the disc, and nobody wants to read why that is no image.
   */
  readonly aside: boolean;
}

/** Told of what cannot be entered or is not there, so that it is listed and the rest goes on. */
export type OnUnreadable = (path: string, reason: string) => void;

/** Whether a file is the index of a disc by its name. */
export function isIndexName(name: string): boolean {
  return name.toUpperCase() === 'DICOMDIR';
}
