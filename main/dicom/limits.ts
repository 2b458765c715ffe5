/**
 * What one file may ask of the reader. A header is a claim by whoever wrote the file: memory is set aside only
 * for claims below these limits, each far above what any modality writes.
 */
export const limits = {
  /** Rows or columns of a frame; whole-slide tiles and plate radiographs stay below 10,000. */
  maxRowsOrColumns: 32_767,
  /** Rows × columns of a frame. */
  maxFramePixels: 100_000_000,
  /** Frames of one instance. */
  maxFrames: 100_000,
  /** Bytes of a header (everything before the pixel data). */
  maxHeaderBytes: 256 * 1024 * 1024,
  /** Bytes that a deflated data set may inflate to. */
  maxInflatedBytes: 256 * 1024 * 1024,
  /** Elements and items of a data set. */
  maxElements: 1_000_000,
  /** Sequences within sequences. */
  maxNesting: 32,
  /** Bytes of a file that is read whole (PNG, JPEG, deflated DICOM). */
  maxWholeFileBytes: 512 * 1024 * 1024,
  /** Bytes of the compressed form of one frame. */
  maxCompressedFrameBytes: 512 * 1024 * 1024,
  /** Vertices of a polygonal shutter, which is closed anew at every change of the window. */
  maxShutterVertices: 1024,
  /** Items of an encapsulated pixel data element. */
  maxFragments: 1_000_000,
  /** Regions of one segmentation, structure set or report: as many as a review holds. */
  maxObjectRegions: 10_000,
  /** Points of the outline of one region. */
  maxRegionPoints: 10_000,
  /** Bytes of the heat maps of one parametric map, each on the grid of its image. */
  maxObjectMapBytes: 256 * 1024 * 1024,
  /** Files in a ZIP. */
  maxZipEntries: 200_000,
  /** Bytes that a deflated file in a ZIP may inflate to; it is held in memory while it is read. */
  maxZipEntryBytes: 1024 * 1024 * 1024,
  /** Bytes that are inflated whatever their ratio: an empty slice of a whole study packs as small as a bomb. */
  maxUnsuspiciousBytes: 64 * 1024 * 1024,
  /** Times its size that a larger file in a ZIP may inflate to. */
  maxZipRatio: 200,
  /** Bytes of inflated files that are kept for the next frame. */
  maxInflatedZipBytesKept: 64 * 1024 * 1024,
  /** Records of a DICOMDIR. */
  maxDirectoryRecords: 1_000_000,
} as const;
