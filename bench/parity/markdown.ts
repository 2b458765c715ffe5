import type { Row } from './row';

/** 1 where nothing is left to tell, else as many digits as tell how far from it. */
function correlation(value: number | null): string {
  if (value === null) return '–';
  return value > 0.999 ? `1 − ${Math.max(0, 1 - value).toExponential(0)}` : value.toFixed(3);
}

const distance = (value: number | null): string => (value === null ? '–' : value.toExponential(1));

const cellsOf = ({ network, method, peer, verdict, note, ...row }: Row): readonly string[] => [
  network,
  method,
  peer,
  correlation(row.pearson),
  distance(row.relativeL2),
  note ? `${verdict}: ${note}` : verdict,
];

/** The rows as a table in Markdown. */
export function markdownOf(rows: readonly Row[]): string {
  const head = ['network', 'method', 'peer', 'Pearson', 'relative L2', 'verdict'];
  const lines = [head, head.map(() => '---'), ...rows.map(cellsOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
