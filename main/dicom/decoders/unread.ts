/** Transfer syntaxes that are known and not read, by what comes after the root (PS3.6 table A-1). */
const root = '1.2.840.10008.1.2.';
const video: Readonly<Record<string, RegExp>> = {
  'MPEG-2': /^4\.10[01](\.1)?$/,
  'MPEG-4': /^4\.10[2-6](\.1)?$/,
  HEVC: /^4\.10[78]$/,
  'SMPTE ST 2110': /^7\.\d$/,
};
const still: Readonly<Record<string, RegExp>> = {
  'JPEG XL': /^4\.11[0-2]$/,
  'JPEG 2000 across components': /^4\.9[23]$/,
  'a link to a server, JPIP': /^4\.(9[45]|20[45])$/,
  'hierarchical, arithmetic or other retired JPEG': /^4\.(5[24689]|6[0-9])$/,
};

/** Why pixels of a transfer syntax without a decoder are not shown, and what to do; completes "<file name> …". */
export function unreadReason(transferSyntaxUid: string): string {
  const known = (names: Readonly<Record<string, RegExp>>): string | undefined =>
    Object.keys(names).find(
      (name) => transferSyntaxUid.startsWith(root) && names[name]!.test(transferSyntaxUid.slice(root.length)),
    );
  const ofVideo = known(video);
  if (ofVideo !== undefined)
    return `is a video (${ofVideo}), which cannot be shown here; export its frames as images.`;
  const name = known(still);
  return (
    `is compressed in a way that cannot be read here (${name === undefined ? '' : `${name}; `}transfer syntax ` +
    `${transferSyntaxUid}); export it again uncompressed or in lossless JPEG.`
  );
}
