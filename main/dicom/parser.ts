import dicomParser from 'dicom-parser';
import type { DataSet } from 'dicom-parser';
import type { Encoding } from './elements';

type DataSetClass = new (
  parser: typeof dicomParser.littleEndianByteArrayParser,
  bytes: Uint8Array,
  elements: DataSet['elements'],
) => DataSet;

/**
 * Parses the elements between two offsets that walkElements has found whole.
 * @param bytes all bytes of the data set so far; offsets in the result count from its start
 */
export function parseElements(bytes: Buffer, start: number, end: number, encoding: Encoding): DataSet {
  const parser = encoding.littleEndian
    ? dicomParser.littleEndianByteArrayParser
    : dicomParser.bigEndianByteArrayParser;
  // The class is there at run time; the package's types know it only as an interface.
  const { DataSet: Class } = dicomParser as unknown as { DataSet: DataSetClass };
  const whole = bytes.subarray(0, end);
  const dataSet = new Class(parser, whole, {});
  const stream = new dicomParser.ByteStream(parser, whole, start);
  dataSet.warnings = stream.warnings ?? [];
  if (encoding.explicit) dicomParser.parseDicomDataSetExplicit(dataSet, stream, end);
  else dicomParser.parseDicomDataSetImplicit(dataSet, stream, end);
  return dataSet;
}
