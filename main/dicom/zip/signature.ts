/** Whether a file that begins with these bytes is a ZIP: a first entry, or the end of one without entries. */
export function isZip(opening: Buffer): boolean {
  const signature = opening.toString('latin1', 0, 4);
  return signature === 'PK\x03\x04' || signature === 'PK\x05\x06';
}
