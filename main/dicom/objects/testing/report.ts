import type { Elements } from '../../testing/write';

const sequence = (...items: Elements[]): Elements[number] => ['SQ', { items }];

/** A concept as scheme, value and meaning. */
export type Concept = readonly [scheme: string, value: string, meaning: string];

const codeItem = ([scheme, value, meaning]: Concept): Elements => ({
  0x00080100: ['SH', value],
  0x00080102: ['SH', scheme],
  0x00080104: ['LO', meaning],
});

/** A content item of a report with what else it has. */
export function contentElements(
  valueType: string,
  relationship: string,
  concept: Concept | null,
  more: Elements = {},
  children: readonly Elements[] = [],
): Elements {
  return {
    0x0040a010: ['CS', relationship],
    0x0040a040: ['CS', valueType],
    ...(concept ? ({ 0x0040a043: sequence(codeItem(concept)) } as Elements) : {}),
    ...(children.length > 0 ? ({ 0x0040a730: sequence(...children) } as Elements) : {}),
    ...more,
  };
}

/** The image that a region was selected from. */
export function imageItem(uid: string, frames = ''): Elements {
  const reference: Elements = {
    0x00081150: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
    0x00081155: ['UI', uid],
    ...(frames === '' ? {} : ({ 0x00081160: ['IS', frames] } as Elements)),
  };
  return contentElements('IMAGE', 'SELECTED FROM', null, { 0x00081199: sequence(reference) });
}

const region: Concept = ['DCM', '111030', 'Image Region'];

/** An image region in pixels. */
export function planarItem(type: string, data: readonly number[], ...children: Elements[]): Elements {
  const graphics: Elements = { 0x00700022: ['FL', data], 0x00700023: ['CS', type] };
  return contentElements('SCOORD', 'CONTAINS', region, graphics, children);
}

/** An image region in mm of the patient. */
export function spatialItem(type: string, data: readonly number[], frameOfReferenceUid = '1.9'): Elements {
  return contentElements('SCOORD3D', 'CONTAINS', region, {
    0x00700022: ['FL', data],
    0x00700023: ['CS', type],
    0x30060024: ['UI', frameOfReferenceUid],
  });
}

/** A measurement group (TID 1410) of a tracking identifier, a finding, and what it contains. */
export function groupItem(tracking: string, finding: string, ...children: Elements[]): Elements {
  return contentElements('CONTAINER', 'CONTAINS', ['DCM', '125007', 'Measurement Group'], {}, [
    ...(tracking
      ? [
          contentElements('TEXT', 'HAS OBS CONTEXT', ['DCM', '112039', 'Tracking Identifier'], {
            0x0040a160: ['UT', tracking],
          }),
        ]
      : []),
    ...(finding
      ? [
          contentElements('CODE', 'CONTAINS', ['DCM', '121071', 'Finding'], {
            0x0040a168: sequence(codeItem(['SCT', '1', finding])),
          }),
        ]
      : []),
    ...children,
  ]);
}

/** A report of TID 1500 with these measurement groups. */
export function reportElements(groups: readonly Elements[], more: Elements = {}): Elements {
  const imaging: Concept = ['DCM', '126010', 'Imaging Measurements'];
  return {
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.88.34'],
    0x00080018: ['UI', '1.2.88'],
    0x00080060: ['CS', 'SR'],
    0x0020000d: ['UI', '1.2.3.1'],
    0x0020000e: ['UI', '1.2.3.88'],
    ...contentElements('CONTAINER', '', ['DCM', '126000', 'Imaging Measurement Report'], {}, [
      contentElements('CONTAINER', 'CONTAINS', imaging, {}, groups),
    ]),
    ...more,
  };
}
