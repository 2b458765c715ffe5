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

/** Escape sequences of ISO 2022 and the repertoires they switch to (PS3.3 tables C.12-3 and C.12-4). */
const escapes: readonly (readonly [escape: string, repertoire: string])[] = [
  ['(B', 'IR 6'],
  ['(J', 'IR 13'],
  [')I', 'IR 13'],
  ['-A', 'IR 100'],
  ['-B', 'IR 101'],
  ['-C', 'IR 109'],
  ['-D', 'IR 110'],
  ['-F', 'IR 126'],
  ['-G', 'IR 127'],
  ['-H', 'IR 138'],
  ['-L', 'IR 144'],
  ['-M', 'IR 148'],
  ['-T', 'IR 166'],
  ['-b', 'IR 203'],
  ['$B', 'IR 87'],
  ['$(D', 'IR 159'],
  ['$)A', 'IR 58'],
  ['$)C', 'IR 149'],
];

const escape = 0x1b;

/**
 * Decodes text of a data set's character sets; bytes that do not belong to them become U+FFFD.
 * @param characterSets values of SpecificCharacterSet (0008,0005)
 */
export function decodeText(bytes: Buffer, characterSets: readonly string[]): string {
  const first = repertoireOf(characterSets[0] ?? '');
  if (!bytes.includes(escape)) return decode(bytes, first);
  return pieces(bytes)
    .map((piece) => decodePiece(piece, first))
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

function decodePiece(piece: Buffer, first: string): string {
  if (piece[0] !== escape) return decode(piece, first);
  const known = escapes.find(([sequence]) => piece.toString('latin1', 1, 1 + sequence.length) === sequence);
  if (!known) return decode(piece.subarray(1), first);
  const [sequence, repertoire] = known;
  if (repertoire === 'IR 87') return decode(piece, repertoire);
  const body = piece.subarray(1 + sequence.length);
  // JIS X 0212 in seven bits is the third plane of EUC-JP: each pair with its high bits set, after 0x8F.
  return decode(repertoire === 'IR 159' ? thirdPlane(body) : body, repertoire);
}

function thirdPlane(body: Buffer): Buffer {
  const out: number[] = [];
  for (let i = 0; i + 1 < body.length; i += 2) out.push(0x8f, body[i]! | 0x80, body[i + 1]! | 0x80);
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
