/** What dcmdump says of the elements at the top of a data set. */
export interface PeerHeader {
  /** Values as text, one an item; [] where the element is missing or empty. */
  readonly values: (tag: string) => readonly string[];
  readonly number: (tag: string, otherwise: number) => number;
  readonly text: (tag: string) => string;
}

/** Reads what `dcmdump +L -Un` prints: a line an element, `(0028,0010) US 64   #   2, 1 Rows`; nested ones are indented. */
export function peerHeader(printed: string): PeerHeader {
  const lines = printed.split('\n').flatMap((line) => {
    const found = /^(\([0-9a-f]{4},[0-9a-f]{4}\)) (\w\w|\?\?) (.*?)\s+#\s*[\du/l]+,\s*\d+ [^#]*$/.exec(line);
    return found ? [[found[1]!, valuesIn(found[2] === 'UN' ? textOf(found[3]!) : found[3]!)] as const] : [];
  });
  const byTag = new Map(lines);
  const values = (tag: string): readonly string[] => byTag.get(`(${tag})`) ?? [];
  return {
    values,
    number: (tag, otherwise) => Number(values(tag)[0] ?? otherwise),
    text: (tag) => values(tag)[0] ?? '',
  };
}

/** Of an element that came as UN dcmdump prints the bytes: `4c\\55`. */
function textOf(bytes: string): string {
  return Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('latin1').replace(/\0$/, '');
}

function valuesIn(printed: string): string[] {
  if (printed === '(no value available)') return [];
  const inside = /^\[(.*)\]$/.exec(printed)?.[1] ?? printed.replace(/^=/, '');
  return inside.split('\\').map((value) => value.trim());
}
