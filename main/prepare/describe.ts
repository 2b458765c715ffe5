import type { CardInput, InputRange } from './input';

function describeRange(range: InputRange): string {
  switch (range.kind) {
    case 'window':
      return `window ${range.center}/${range.width}`;
    case 'values':
      return `values ${range.min} to ${range.max}`;
    case 'percentile':
      return `percentiles ${range.low} to ${range.high} of the slice`;
    case 'display':
      return 'as displayed';
  }
}

const fitted = {
  stretch: 'stretched to',
  crop: 'cropped to the centre and resized to',
  pad: 'padded and resized to',
};

/** The preparation in one line, for the screen and the report. */
export function describeInput({ range, resize, rows, columns, channels, normalise }: CardInput): string {
  const colour = channels === 3 ? 'three channels' : 'grey';
  const plain = normalise.mean.every((mean) => mean === 0) && normalise.std.every((std) => std === 1);
  const scaled = plain
    ? '0 to 1'
    : `mean ${normalise.mean.join(', ')}, deviation ${normalise.std.join(', ')}`;
  return `${describeRange(range)}, ${fitted[resize]} ${rows} × ${columns}, ${colour}, ${scaled}`;
}
