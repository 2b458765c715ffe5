import type { Elements } from '../../testing/write';
import { imageElements } from '../../testing/image';

/** A frame of a segmentation for a test. */
export interface TestSegmentFrame {
  readonly segment: number;
  /** rows × columns values. */
  readonly values: readonly number[];
  /** ImagePositionPatient, where the frame says it. */
  readonly position?: readonly [number, number, number];
  /** UID and frame of the image it was derived from, where it says so. */
  readonly source?: readonly [uid: string, frame?: number];
}

/** How all frames of it are written. */
export interface TestSegmentation {
  readonly rows: number;
  readonly columns: number;
  readonly labels: readonly string[];
  readonly frames: readonly TestSegmentFrame[];
  readonly type?: 'BINARY' | 'FRACTIONAL' | 'LABELMAP';
  readonly maximum?: number;
  readonly spacing?: readonly [row: number, column: number];
  readonly orientation?: readonly number[];
  readonly frameOfReferenceUid?: string;
}

const sequence = (...items: Elements[]): Elements[number] => ['SQ', { items }];

/** Elements of a segmentation; a binary one with its frames packed bit by bit, one after the other. */
export function segmentationElements(options: TestSegmentation, more: Elements = {}): Elements {
  const { rows, columns, frames, labels, type = 'BINARY' } = options;
  const values = frames.flatMap((frame) => frame.values);
  const bits = type === 'BINARY' ? 1 : 8;
  const pixels = bits === 1 ? packed(values) : Buffer.from(values);
  return imageElements(
    { rows, columns, bitsAllocated: bits, frames: frames.length, pixels },
    {
      0x00080016: ['UI', `1.2.840.10008.5.1.4.1.1.66.${type === 'LABELMAP' ? 7 : 4}`],
      0x00080018: ['UI', '1.2.66'],
      0x00080060: ['CS', 'SEG'],
      0x0020000e: ['UI', '1.2.3.66'],
      0x00200052: ['UI', options.frameOfReferenceUid ?? '1.9'],
      0x00280008: ['IS', String(frames.length)],
      0x00620001: ['CS', type],
      ...(type === 'FRACTIONAL'
        ? ({ 0x0062000e: ['US', [options.maximum ?? 255]], 0x00620010: ['CS', 'PROBABILITY'] } as Elements)
        : {}),
      0x00620002: sequence(
        ...labels.map((label, i): Elements => ({
          0x00620004: ['US', [i + 1]],
          0x00620005: ['LO', label],
        })),
      ),
      0x00700080: ['CS', 'LUNG'],
      0x52009229: sequence(sharedGroups(options)),
      0x52009230: sequence(...frames.map((frame) => frameGroups(frame, type))),
      ...more,
    },
  );
}

function sharedGroups({ spacing = [1, 1], orientation = [1, 0, 0, 0, 1, 0] }: TestSegmentation): Elements {
  return {
    0x00209116: sequence({ 0x00200037: ['DS', orientation.join('\\')] }),
    0x00289110: sequence({ 0x00180050: ['DS', '2'], 0x00280030: ['DS', spacing.join('\\')] }),
  };
}

function frameGroups({ segment, position, source }: TestSegmentFrame, type: string): Elements {
  return {
    ...(source ? ({ 0x00089124: sequence({ 0x00082112: sequence(reference(...source)) }) } as Elements) : {}),
    ...(position ? ({ 0x00209113: sequence({ 0x00200032: ['DS', position.join('\\')] }) } as Elements) : {}),
    ...(type === 'LABELMAP' ? {} : ({ 0x0062000a: sequence({ 0x0062000b: ['US', [segment]] }) } as Elements)),
  };
}

function reference(uid: string, frame?: number): Elements {
  return {
    0x00081150: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
    0x00081155: ['UI', uid],
    ...(frame === undefined ? {} : ({ 0x00081160: ['IS', String(frame)] } as Elements)),
  };
}

/** Bits one after the other, the first in the lowest bit of the first byte (PS3.5 8.1.1). */
function packed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(values.length / 8));
  values.forEach((value, i) => (bytes[i >> 3]! |= value << (i & 7)));
  return bytes;
}
