const two = (number: number): string => String(Math.trunc(Math.abs(number))).padStart(2, '0');

/** A time as ISO 8601 in local time with its offset: 2026-11-24T08:15:30+01:00. */
export function localIso(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Now, as ISO 8601 in local time with its offset. */
export const localNow = (): string => localIso(new Date());

/** A DICOM date (DA, PS3.5 6.2; also the older form with points) as 2026-11-24; anything else as it is. */
export function readableDate(da: string): string {
  const parts = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(da.trim());
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : da;
}
