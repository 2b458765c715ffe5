const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as ISO 8601 in local time with its offset, as DICOM's DT and a reader's clock have it. */
export function localIso(moment: Date): string {
  const offset = -moment.getTimezoneOffset();
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(moment.getTime() + offset * 60_000).toISOString().replace(/\.\d+Z$/, zone);
}
