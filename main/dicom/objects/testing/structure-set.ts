import type { Elements } from '../../testing/write';

/** A contour for a test: its type, x\y\z triplets, and the UID of the image it names ('' for none). */
export interface TestContour {
  readonly type: string;
  readonly data: readonly number[];
  readonly image?: string;
}

/** A structure set with one named structure for each list of contours. */
export function structureSetElements(
  structures: Readonly<Record<string, readonly TestContour[]>>,
  frameOfReferenceUid = '1.9',
  more: Elements = {},
): Elements {
  const entries = Object.entries(structures);
  return {
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.481.3'],
    0x00080018: ['UI', '1.2.77'],
    0x00080060: ['CS', 'RTSTRUCT'],
    0x0020000d: ['UI', '1.2.3.1'],
    0x0020000e: ['UI', '1.2.3.77'],
    0x30060002: ['SH', 'Plan A'],
    0x30060020: [
      'SQ',
      {
        items: entries.map(([name], index) => ({
          0x30060022: ['IS', String(index + 1)],
          0x30060024: ['UI', frameOfReferenceUid],
          0x30060026: ['LO', name],
        })),
      },
    ],
    0x30060039: [
      'SQ',
      {
        items: entries.map(([, contours], index) => ({
          0x30060040: ['SQ', { items: contours.map(contourElements) }],
          0x30060084: ['IS', String(index + 1)],
        })),
      },
    ],
    ...more,
  };
}

function contourElements({ type, data, image = '' }: TestContour): Elements {
  return {
    ...(image === ''
      ? {}
      : ({
          0x30060016: [
            'SQ',
            { items: [{ 0x00081150: ['UI', '1.2.840.10008.5.1.4.1.1.2'], 0x00081155: ['UI', image] }] },
          ],
        } as Elements)),
    0x30060042: ['CS', type],
    0x30060046: ['IS', String(data.length / 3)],
    0x30060050: ['DS', data.join('\\')],
  };
}
