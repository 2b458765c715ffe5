/** A command-line tool that decodes one file. */
export interface PeerDecoder {
  readonly program: string;
  /** Its arguments for a file to decode and one to write, whose name ends as given here. */
  readonly args: (from: string, to: string) => readonly string[];
  readonly writes: '.dcm' | '.pgm';
  /** What it says of the seconds that it took, for one that takes the codestream of a single frame; else null. */
  readonly elapsed: RegExp | null;
}

const files = { writes: '.dcm', elapsed: null } as const;
const dcmtk = (program: string): PeerDecoder => ({ program, args: (from, to) => [from, to], ...files });
const gdcm: PeerDecoder = { program: 'gdcmconv', args: (from, to) => ['--raw', from, to], ...files };
/** Where nothing is compressed, what is left is to read the values and find the window of what they span. */
const renderer: PeerDecoder = {
  ...{ program: 'dcmj2pnm', writes: '.pgm', elapsed: null },
  args: (from, to) => ['+Fa', '+Wm', '+op', from, to],
};
/** Neither dcmtk nor gdcm reads HTJ2K. */
const openjph: PeerDecoder = {
  ...{ program: 'ojph_expand', writes: '.pgm', elapsed: /Elapsed time = ([\d.]+)/ },
  args: (from, to) => ['-i', from, '-o', to],
};

/** A way of writing pixels, how its files are made, and who else reads them. */
export interface Syntax {
  readonly uid: string;
  readonly name: string;
  readonly bits: 8 | 12 | 16;
  /** The tool that encodes an uncompressed file, or our own encoder; null where it is the file as it is. */
  readonly encode: readonly string[] | 'HTJ2K' | null;
  readonly peer: PeerDecoder;
}

const under = '1.2.840.10008.1.2';

/** What frames are decoded from in the measurement. */
export const syntaxes: readonly Syntax[] = [
  { uid: `${under}.1`, name: 'explicit little endian', bits: 16, encode: null, peer: renderer },
  { uid: `${under}.5`, name: 'RLE', bits: 16, encode: ['dcmcrle'], peer: dcmtk('dcmdrle') },
  {
    ...{ uid: `${under}.4.50`, name: 'JPEG baseline', bits: 8 },
    ...{ encode: ['dcmcjpeg', '+eb', '+q', '90'], peer: dcmtk('dcmdjpeg') },
  },
  {
    ...{ uid: `${under}.4.51`, name: 'JPEG extended, 12 bits', bits: 12 },
    ...{ encode: ['dcmcjpeg', '+ee', '+q', '90'], peer: dcmtk('dcmdjpeg') },
  },
  {
    ...{ uid: `${under}.4.70`, name: 'JPEG lossless', bits: 16 },
    ...{ encode: ['dcmcjpeg', '+e1'], peer: dcmtk('dcmdjpeg') },
  },
  {
    ...{ uid: `${under}.4.80`, name: 'JPEG-LS', bits: 16 },
    ...{ encode: ['dcmcjpls', '+el'], peer: dcmtk('dcmdjpls') },
  },
  {
    ...{ uid: `${under}.4.90`, name: 'JPEG 2000', bits: 16 },
    ...{ encode: ['gdcmconv', '--j2k'], peer: gdcm },
  },
  { uid: `${under}.4.201`, name: 'HTJ2K', bits: 12, encode: 'HTJ2K', peer: openjph },
];
