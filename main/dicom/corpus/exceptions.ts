/** A file of a corpus that shows no image here. */
export interface Exception {
  /** Relative to its corpus; a * stands for any name. */
  readonly file: string;
  /** What is said of it after its name, when it is opened. */
  readonly says: string;
  readonly because: string;
}

const notDicom = 'is not a DICOM, PNG or JPEG file; open image files only.';
const noImage = (modality = ''): string =>
  `holds no image${modality === '' ? '' : ` (modality ${modality})`}; open files with pixel data.`;
const isOther = (kind: string, modality: string): string =>
  `is ${kind} (modality ${modality}): it holds no image to show.`;
const noRows = 'does not say its Rows; ask for a new copy of the file.';

/** Files of pydicom that are no images, or that are spoilt on purpose. */
export const pydicomExceptions: readonly Exception[] = [
  { file: 'README.txt', says: notDicom, because: 'Text.' },
  { file: 'crayons.icc', says: notDicom, because: 'A colour profile.' },
  { file: 'dicomdirtests/README.txt', says: notDicom, because: 'Text.' },
  { file: 'dicomdirtests/TINY_ALPHA/README', says: notDicom, because: 'Text.' },
  { file: 'rtplan.dump', says: notDicom, because: 'Text.' },
  { file: 'rtstruct.dump', says: notDicom, because: 'Text.' },
  { file: 'test1.json', says: notDicom, because: 'JSON.' },
  { file: 'test_PN.json', says: notDicom, because: 'JSON.' },
  { file: 'zipMR.gz', says: notDicom, because: "A file that gzip packed; gzip is not DICOM's." },
  {
    file: 'rtdose_expb*.dcm',
    says:
      'holds 32-bit pixels as big-endian words, which some writers put in one order and some in the other; ' +
      'export it again in little endian.',
    because: 'dcmtk and gdcm swap the halves of such pixels, pydicom does not; nothing in the file tells.',
  },
  {
    file: 'no_meta.dcm',
    says: notDicom,
    because: 'A stray byte stands before the data set; dcmtk refuses it too.',
  },
  {
    file: 'ExplVR_BigEndNoMeta.dcm',
    says: isOther('a radiotherapy plan or record', 'RTPLAN'),
    because: 'A plan, big endian without a meta header.',
  },
  {
    file: 'ExplVR_LitEndNoMeta.dcm',
    says: isOther('a radiotherapy plan or record', 'RTPLAN'),
    because: 'A plan.',
  },
  { file: 'rtplan.dcm', says: isOther('a radiotherapy plan or record', 'RTPLAN'), because: 'A plan.' },
  {
    file: 'rtplan_truncated.dcm',
    says: 'is cut off within its header; copy it again from where it came from.',
    because: 'A plan without its end.',
  },
  { file: 'waveform_ecg.dcm', says: isOther('a waveform', 'ECG'), because: 'An electrocardiogram.' },
  { file: 'UN_sequence.dcm', says: noImage(), because: 'A sequence alone.' },
  { file: 'empty_charset_LEI.dcm', says: noImage(), because: 'A header alone.' },
  { file: 'no_meta_group_length.dcm', says: noImage(), because: 'A header alone.' },
  { file: 'priv_SQ.dcm', says: noImage(), because: 'A private sequence alone.' },
  { file: 'nested_priv_SQ.dcm', says: noRows, because: 'Two bytes of pixels without a size.' },
  {
    file: 'meta_missing_tsyntax.dcm',
    says: 'does not name its transfer syntax; send it again from where it came from.',
    because: 'Its meta header has no transfer syntax, and no image follows.',
  },
  {
    file: 'dicomdirtests/TINY_ALPHA/PT000000/ST000000/SE000000/*',
    says: noImage('CT'),
    because: 'Headers of CT images whose pixels were taken out.',
  },
  {
    file: 'MR_truncated.dcm',
    says: 'is cut off within its pixel data; copy it again from where it came from.',
    because: 'The last 62 bytes of its pixels are missing; pydicom refuses it too.',
  },
  {
    file: 'badVR.dcm',
    says: 'says it has "1A" frames, which is no number; ask for a new copy of the file.',
    because: 'A dose whose number of frames was spoilt; pydicom refuses its pixels too.',
  },
  { file: 'rtstruct.dcm', says: isOther('a structure set', 'RTSTRUCT'), because: 'Contours.' },
  { file: 'reportsi*.dcm', says: isOther('a structured report', 'SR'), because: 'A report.' },
  { file: 'test-SR.dcm', says: isOther('a structured report', 'SR'), because: 'A report.' },
  {
    file: 'JPEG2000-embedded-sequence-delimiter.dcm',
    says:
      'could not be decoded (JPEG 2000: the stream holds 1024 × 3722445056 × 1 where the header says ' +
      '1024 × 256 × 1); the file is damaged, ask for a new copy.',
    because:
      'A delimiter was written into its codestream, for a test of parsing alone; pydicom and gdcm refuse it too.',
  },
  {
    file: 'SC_rgb_jpeg.dcm',
    says: 'has a damaged header; ask for a new copy of the file.',
    because: 'An implicit data set under an explicit transfer syntax; dcmtk refuses it too.',
  },
];

/** The exception of a file, where it is one. */
export function exceptionOf(exceptions: readonly Exception[], file: string): Exception | undefined {
  return exceptions.find(({ file: pattern }) => {
    const [start, end] = pattern.split('*');
    return end === undefined ? file === pattern : file.startsWith(start!) && file.endsWith(end);
  });
}

/** The exceptions as a table of Markdown. */
export function exceptionTable(exceptions: readonly Exception[]): string {
  const rows = exceptions.map(
    ({ file, says, because }) => `| ${file.replaceAll('*', '\\*')} | ${says} | ${because} |`,
  );
  return ['| File | What Sightline says after its name | Why |', '| --- | --- | --- |', ...rows].join('\n');
}
