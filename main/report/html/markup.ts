/** Text that is markup already; everything else is escaped when it is put into a page. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Part[];

/** A piece of HTML from a template: every part that is not Markup is escaped, lists are joined. */
export function tag(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = pieces.reduce(
    (sum, piece, i) => sum + piece + (i < parts.length ? written(parts[i]!) : ''),
    '',
  );
  return { markup };
}

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, in elements and in quoted attributes; control characters but line ends and tabs are left out. */
export function escaped(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/[&<>"']/g, (letter) => entities[letter]!);
}
