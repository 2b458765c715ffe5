import type { StudyObjectKind } from '../../../preload/vocabulary';

/** SOP classes of the objects that hold regions or maps on other images (PS3.6 annex A). */
const kinds: Readonly<Record<string, StudyObjectKind>> = {
  '1.2.840.10008.5.1.4.1.1.66.4': 'SEG',
  '1.2.840.10008.5.1.4.1.1.66.7': 'SEG',
  '1.2.840.10008.5.1.4.1.1.481.3': 'RTSTRUCT',
  '1.2.840.10008.5.1.4.1.1.88.11': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.22': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.33': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.34': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.35': 'SR',
  // Computer-aided detection in mammograms, chest and colon: its findings are outlines on images too.
  '1.2.840.10008.5.1.4.1.1.88.50': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.65': 'SR',
  '1.2.840.10008.5.1.4.1.1.88.69': 'SR',
  '1.2.840.10008.5.1.4.1.1.30': 'PARAMETRIC MAP',
};

/** The kind of object that a SOP class is, or null where it is none that is read. */
export function objectKindOf(sopClassUid: string): StudyObjectKind | null {
  return kinds[sopClassUid] ?? null;
}
