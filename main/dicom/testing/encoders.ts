/** A program of dcmtk or gdcm that writes pixels in another way and loses nothing. */
export interface Encoder {
  readonly name: string;
  readonly command: readonly string[];
}

export const uncompressed: readonly Encoder[] = [
  { name: 'explicit big endian', command: ['dcmconv', '+tb'] },
  { name: 'implicit little endian', command: ['dcmconv', '+ti'] },
  { name: 'deflated', command: ['dcmconv', '+td'] },
];

const predictors = [1, 2, 3, 4, 5, 6, 7].map((predictor) => ({
  name: `JPEG lossless, predictor ${predictor}`,
  command: ['dcmcjpeg', '+el', '+sv', String(predictor)],
}));

export const compressedByDcmtk: readonly Encoder[] = [
  { name: 'RLE', command: ['dcmcrle'] },
  { name: 'JPEG-LS', command: ['dcmcjpls', '+el'] },
  { name: 'JPEG lossless SV1', command: ['dcmcjpeg', '+e1'] },
];

export const everyPredictor: readonly Encoder[] = predictors;

export const compressedByGdcm: readonly Encoder[] = [
  { name: 'RLE of gdcm', command: ['gdcmconv', '--rle'] },
  { name: 'JPEG-LS of gdcm', command: ['gdcmconv', '--jpegls'] },
  { name: 'JPEG lossless of gdcm', command: ['gdcmconv', '--jpeg'] },
  { name: 'JPEG 2000', command: ['gdcmconv', '--j2k'] },
];

/** Samples of a pixel go through these one as the other: a few of the predictors are enough. */
export const compressedColour: readonly Encoder[] = [
  { name: 'RLE', command: ['dcmcrle'] },
  { name: 'JPEG-LS by line', command: ['dcmcjpls', '+el', '+il'] },
  { name: 'JPEG-LS by sample', command: ['dcmcjpls', '+el', '+is'] },
  { name: 'JPEG-LS by plane', command: ['dcmcjpls', '+el', '+in'] },
  { name: 'JPEG lossless SV1', command: ['dcmcjpeg', '+e1'] },
  predictors[3]!,
  predictors[6]!,
];
