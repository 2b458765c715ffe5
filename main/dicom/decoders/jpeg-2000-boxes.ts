const signature = Buffer.from([0, 0, 0, 12, ...Buffer.from('jP  ', 'latin1')]);
const codestream = 'jp2c';
const palette = 'pclr';

/**
 * The codestream of a frame. PS3.5 A.4.4 wants it bare, but some writers leave it in its JP2 file; then its boxes are
 * passed over (ITU-T T.800 annex I), as what the samples mean is for the DICOM header to say.
 * @throws Error where the file has no codestream, or samples that are indices into a palette of its own
 */
export function codestreamIn(frame: Buffer): Buffer {
  if (!frame.subarray(0, signature.length).equals(signature)) return frame;
  if (frame.includes(palette, 0, 'latin1') && frame.indexOf(palette) < frame.indexOf(codestream))
    throw new Error('a JP2 file with a palette');
  for (let at = 0; at + 8 <= frame.length;) {
    const { start, end } = boxAt(frame, at);
    if (frame.toString('latin1', at + 4, at + 8) === codestream) return frame.subarray(start, end);
    if (end <= at) break;
    at = end;
  }
  throw new Error('a JP2 file without a codestream');
}

/** Where a box's content begins and ends: a length of 0 goes on to the end, 1 has its length in 8 more bytes. */
function boxAt(bytes: Buffer, at: number): { start: number; end: number } {
  const length = bytes.readUInt32BE(at);
  if (length === 0) return { start: at + 8, end: bytes.length };
  if (length !== 1) return { start: at + 8, end: at + length };
  if (at + 16 > bytes.length) throw new Error('a box is cut off');
  return { start: at + 16, end: at + Number(bytes.readBigUInt64BE(at + 8)) };
}
