/** DICOM date YYYYMMDD as YYYY-MM-DD; anything else as it is. */
export function date(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** DICOM time HHMMSS.frac as HH:MM. */
export function time(text: string): string {
  return text.replace(/^(\d{2})(\d{2}).*$/, '$1:$2');
}

/** ISO 8601 with offset as 'YYYY-MM-DD HH:MM (UTC+02:00)'. */
export function moment(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?$/.exec(iso);
  if (!match) return iso;
  const offset = match[3] === 'Z' ? 'UTC' : match[3] ? `UTC${match[3]}` : '';
  return `${match[1]} ${match[2]}${offset ? ` (${offset})` : ''}`;
}

/** A number as it is printed: three significant digits, a true minus sign. */
export function raw(value: number): string {
  const size = Math.abs(value);
  const plain = value === 0 || (size >= 1e-3 && size < 1e5);
  return (plain ? String(Number(value.toPrecision(3))) : value.toExponential(2)).replace(/-/g, '−');
}

/** A setting as it was: every digit that counts, so that the picture can be made again; a true minus sign. */
export function setting(value: number): string {
  return String(Number(value.toPrecision(7))).replace(/-/g, '−');
}

/** 0..1 as per cent with one digit. */
export function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
