/** Decoders of single-byte and multi-byte repertoires by their defined terms (PS3.3 C.12.1.1.2). */
const labels: Readonly<Record<string, string>> = {
  'IR 6': 'iso-8859-1',
  'IR 13': 'shift_jis',
  'IR 58': 'gbk',
  'IR 87': 'iso-2022-jp',
  'IR 100': 'iso-8859-1',
  'IR 101': 'iso-8859-2',
  'IR 109': 'iso-8859-3',
  'IR 110': 'iso-8859-4',
  'IR 126': 'iso-8859-7',
  'IR 127': 'iso-8859-6',
  'IR 138': 'iso-8859-8',
  'IR 144': 'iso-8859-5',
  'IR 148': 'windows-1254',
  'IR 149': 'euc-kr',
  'IR 159': 'euc-jp',
  'IR 166': 'windows-874',
  'IR 192': 'utf-8',
  'IR 203': 'iso-8859-15',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

/** What an escape sequence of ISO 2022 switches to (PS3.3 tables C.12-3 and C.12-4): bytes below 0x80 (G0) or above (G1). */
interface Escape {
  readonly sequence: string;
  readonly element: 'g0' | 'g1';
  readonly repertoire: string;
}

const escapes: readonly Escape[] = [
  { sequence: '(B', element: 'g0', repertoire: 'IR 6' },
  { sequence: '(J', element: 'g0', repertoire: 'IR 13' },
  { sequence: '$B', element: 'g0', repertoire: 'IR 87' },
  { sequence: '$(D', element: 'g0', repertoire: 'IR 159' },
  { sequence: ')I', element: 'g1', repertoire: 'IR 13' },
  { sequence: '-A', element: 'g1', repertoire: 'IR 100' },
  { sequence: '-B', element: 'g1', repertoire: 'IR 101' },
  { sequence: '-C', element: 'g1', repertoire: 'IR 109' },
  { sequence: '-D', element: 'g1', repertoire: 'IR 110' },
  { sequence: '-F', element: 'g1', repertoire: 'IR 126' },
  { sequence: '-G', element: 'g1', repertoire: 'IR 127' },
  { sequence: '-H', element: 'g1', repertoire: 'IR 138' },
  { sequence: '-L', element: 'g1', repertoire: 'IR 144' },
  { sequence: '-M', element: 'g1', repertoire: 'IR 148' },
  { sequence: '-T', element: 'g1', repertoire: 'IR 166' },
  { sequence: '-b', element: 'g1', repertoire: 'IR 203' },
  { sequence: '$)A', element: 'g1', repertoire: 'IR 58' },
  { sequence: '$)C', element: 'g1', repertoire: 'IR 149' },
];

const escape = 0x1b;
/** Repertoires of their own without escape sequences (PS3.5 6.1.2.4 and 6.1.2.5.4). */
const withoutExtensions = ['IR 192', 'GB18030', 'GBK'];
/** After these the first repertoire counts again; "^" and "=" only part names (PS3.5 6.1.2.5.3). */
const delimiters = { text: /[\\\t\n\f\r]/, name: /[\\^=\t\n\f\r]/ };

/** How bytes are read at a place in a text: by G0 below 0x80, by G1 above. */
interface Invoked {
  g0: string;
  g1: string;
}

/**
 * Decodes text of a data set's character sets; bytes that do not belong to them become U+FFFD.
 * @param characterSets values of SpecificCharacterSet (0008,0005)
 * @param kind whether it is a person's name (VR PN)
 */
export function decodeText(
  bytes: Buffer,
  characterSets: readonly string[],
  kind: 'text' | 'name' = 'text',
): string {
  const first = repertoireOf(characterSets[0] ?? '');
  if (!bytes.includes(escape) || withoutExtensions.includes(first)) return decode(bytes, first);
  const invoked: Invoked = { g0: 'IR 6', g1: first };
  return pieces(bytes)
    .map((piece) => decodePiece(invoke(piece, invoked), invoked, first, delimiters[kind]))
    .join('');
}

function repertoireOf(definedTerm: string): string {
  return (
    definedTerm
      .replace(/^ISO[_ ]?2022[_ ]?/i, '')
      .replace(/^ISO[_ ]?/i, '')
      .replace(/_/g, ' ') || 'IR 6'
  );
}

function decode(bytes: Buffer, repertoire: string): string {
  return new TextDecoder(labels[repertoire] ?? 'iso-8859-1').decode(bytes).replaceAll('\0', '');
}

/** Cuts before every escape. */
function pieces(bytes: Buffer): Buffer[] {
  const cuts = [0];
  for (let at = bytes.indexOf(escape); at >= 0; at = bytes.indexOf(escape, at + 1)) cuts.push(at);
  return cuts.map((cut, index) => bytes.subarray(cut, cuts[index + 1] ?? bytes.length));
}

/** Obeys the escape sequence that a piece begins with; answers what comes after it. */
function invoke(piece: Buffer, invoked: Invoked): Buffer {
  if (piece[0] !== escape) return piece;
  const known = escapes.find(({ sequence }) => piece.toString('latin1', 1, 1 + sequence.length) === sequence);
  if (!known) return piece.subarray(1);
  invoked[known.element] = known.repertoire;
  return piece.subarray(1 + known.sequence.length);
}

function decodePiece(piece: Buffer, invoked: Invoked, first: string, delimiter: RegExp): string {
  // Pairs of seven-bit bytes, among which a delimiter's byte is none.
  if (invoked.g0 === 'IR 87') return new TextDecoder('euc-jp').decode(firstPlane(piece));
  if (invoked.g0 === 'IR 159') return new TextDecoder('euc-jp').decode(thirdPlane(piece));
  const end = piece.toString('latin1').search(delimiter);
  // A first repertoire without a G1 leaves the last one: bytes above 0x7F mean nothing else.
  if (end < 0 || first === 'IR 6') return decode(piece, invoked.g1);
  const before = decode(piece.subarray(0, end), invoked.g1);
  invoked.g1 = first;
  return before + decode(piece.subarray(end), first);
}

/** JIS X 0208 in seven bits is the first plane of EUC-JP: each byte with its high bit set. */
function firstPlane(piece: Buffer): Buffer {
  return Buffer.from(piece.map((byte) => (byte > 0x20 ? byte | 0x80 : byte)));
}

/** JIS X 0212 in seven bits is the third plane of EUC-JP: each pair with its high bits set, after 0x8F. */
function thirdPlane(piece: Buffer): Buffer {
  const out: number[] = [];
  for (let i = 0; i + 1 < piece.length; i += 2) out.push(0x8f, piece[i]! | 0x80, piece[i + 1]! | 0x80);
  return Buffer.from(out);
}

/**
 * Writes a PN value (PS3.5 6.2.1.2) for people: "Family, Given Middle", with the ideographic form in brackets
 * where there is one.
 */
export function personName(value: string): string {
  const [alphabetic = '', ideographic = ''] = value.split('=').map(readable);
  if (alphabetic === '') return ideographic;
  return ideographic === '' ? alphabetic : `${alphabetic} (${ideographic})`;
}

function readable(group: string): string {
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = group
    .split('^')
    .map((part) => part.trim());
  const first = [prefix, given, middle].filter(Boolean).join(' ');
  return [family, first, suffix].filter(Boolean).join(', ');
}
