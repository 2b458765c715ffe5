import type { Elements } from '../../main/dicom/testing/write';

const uid = (...parts: readonly number[]): string => `1.2.826.0.1.3680043.8.498.${parts.join('.')}`;
const code = (value: string, scheme: string, meaning: string): Elements => ({
  0x00080100: ['SH', value],
  0x00080102: ['SH', scheme],
  0x00080104: ['LO', meaning],
});

/** Millimetres between slices, and their count in a series. */
const spacing = 1.25;

/**
 * The header of a CT slice as scanners write it: about a hundred elements, a few sequences, private blocks of a vendor.
 * @param instance from 1
 */
export function ctHeader(series: number, instance: number, rows: number): Elements {
  const z = (instance * spacing).toFixed(6);
  return {
    ...identification(series, instance),
    ...acquisition(series),
    ...privateBlocks(instance),
    ...place(series, instance, z),
    ...image(rows),
  };
}

function identification(series: number, instance: number): Elements {
  return {
    0x00080005: ['CS', 'ISO_IR 100'],
    0x00080008: ['CS', 'ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SPI'],
    0x00080012: ['DA', '20240131'],
    0x00080013: ['TM', '101500.123000'],
    0x00080016: ['UI', '1.2.840.10008.5.1.4.1.1.2'],
    0x00080018: ['UI', uid(1, series, instance)],
    0x00080020: ['DA', '20240131'],
    0x00080021: ['DA', '20240131'],
    0x00080022: ['DA', '20240131'],
    0x00080023: ['DA', '20240131'],
    0x00080030: ['TM', '100000'],
    0x00080031: ['TM', '100230.500000'],
    0x00080032: ['TM', '100312.250000'],
    0x00080033: ['TM', '100313.750000'],
    0x00080050: ['SH', 'A123456'],
    0x00080060: ['CS', 'CT'],
    0x00080070: ['LO', 'Example Medical'],
    0x00080080: ['LO', 'General Hospital'],
    0x00080081: ['ST', '1 Main Street, Springfield'],
    0x00080090: ['PN', 'Referrer^Robin'],
    0x00081010: ['SH', 'CT01'],
    0x00081030: ['LO', 'Chest Abdomen Pelvis'],
    0x00081032: ['SQ', { items: [code('CTCAP', '99LOCAL', 'CT chest abdomen pelvis')] }],
    0x0008103e: ['LO', 'Axial 1.25 mm soft tissue'],
    0x00081040: ['LO', 'Radiology'],
    0x00081090: ['LO', 'Example 64'],
    0x00081140: [
      'SQ',
      { items: [{ 0x00081150: ['UI', '1.2.840.10008.5.1.4.1.1.2'], 0x00081155: ['UI', uid(1, 1, 1)] }] },
    ],
    0x00082112: [
      'SQ',
      { items: [{ 0x00081150: ['UI', '1.2.840.10008.5.1.4.1.1.2'], 0x00081155: ['UI', uid(9, 1)] }] },
    ],
    0x00100010: ['PN', 'Example^Erin^Q'],
    0x00100020: ['LO', 'P0012345'],
    0x00100030: ['DA', '19600229'],
    0x00100040: ['CS', 'F'],
    0x00101010: ['AS', '063Y'],
    0x00101030: ['DS', '71.5'],
  };
}

function acquisition(series: number): Elements {
  return {
    0x00180010: ['LO', 'Omnipaque'],
    0x00180015: ['CS', 'CHEST'],
    0x00180022: ['CS', 'HELIX'],
    0x00180050: ['DS', '1.25'],
    0x00180060: ['DS', '120'],
    0x00180090: ['DS', '500'],
    0x00181000: ['LO', '12345'],
    0x00181020: ['LO', 'v7.2.1'],
    0x00181030: ['LO', 'Chest Abdomen routine'],
    0x00181040: ['LO', 'IV'],
    0x00181100: ['DS', '360'],
    0x00181110: ['DS', '949.075'],
    0x00181111: ['DS', '541'],
    0x00181120: ['DS', '0'],
    0x00181130: ['DS', '149.5'],
    0x00181140: ['CS', 'CW'],
    0x00181150: ['IS', '600'],
    0x00181151: ['IS', '310'],
    0x00181152: ['IS', '186'],
    0x00181160: ['SH', 'BODY FILTER'],
    0x00181170: ['IS', '48'],
    0x00181190: ['DS', '0.7'],
    0x00181210: ['SH', 'STANDARD'],
    0x00185100: ['CS', 'FFS'],
    0x00189305: ['FD', [0.6]],
    0x00189306: ['FD', [0.625]],
    0x00189307: ['FD', [40]],
    0x00189311: ['FD', [0.984]],
    0x00189345: ['FD', [7.35]],
    0x0020000d: ['UI', uid(2)],
    0x0020000e: ['UI', uid(3, series)],
    0x00200010: ['SH', '5521'],
    0x00200011: ['IS', String(series)],
    0x00200012: ['IS', '1'],
  };
}

/** Blocks of a vendor: short values, and one of a few kilobytes as protocols are kept in. */
function privateBlocks(instance: number): Elements {
  return {
    0x00090010: ['LO', 'EXAMPLE_IDEN_01'],
    0x00091001: ['LO', 'EXAMPLE_IDEN'],
    0x00091002: ['SH', 'CT01'],
    0x00091027: ['SL', [1_706_695_200]],
    0x00190010: ['LO', 'EXAMPLE_ACQU_01'],
    0x00191002: ['SL', [912]],
    0x00191003: ['DS', '389.75'],
    0x00191004: ['DS', '1.0947'],
    0x0019100f: ['DS', '828.1'],
    0x00191018: ['LO', 'S'],
    0x00191023: ['DS', '39.37'],
    0x00191024: ['DS', '10.5'],
    0x00191025: ['SS', [1]],
    0x00191026: ['SL', [instance]],
    0x00290010: ['LO', 'EXAMPLE CSA HEADER'],
    0x00291010: ['OB', Buffer.alloc(3_000, instance & 0xff)],
  };
}

function place(series: number, instance: number, z: string): Elements {
  return {
    0x00200013: ['IS', String(instance)],
    0x00200032: ['DS', `-190.0\\-188.5\\${z}`],
    0x00200037: ['DS', '1.0\\0.0\\0.0\\0.0\\1.0\\0.0'],
    0x00200052: ['UI', uid(4)],
    0x00200060: ['CS', ''],
    0x00201040: ['LO', 'SN'],
    0x00201041: ['DS', z],
    0x00204000: ['LT', `Series ${series}`],
  };
}

function image(rows: number): Elements {
  return {
    0x00280002: ['US', [1]],
    0x00280004: ['CS', 'MONOCHROME2'],
    0x00280010: ['US', [rows]],
    0x00280011: ['US', [rows]],
    0x00280030: ['DS', '0.742188\\0.742188'],
    0x00280100: ['US', [16]],
    0x00280101: ['US', [12]],
    0x00280102: ['US', [11]],
    0x00280103: ['US', [0]],
    0x00281050: ['DS', '40\\-600'],
    0x00281051: ['DS', '400\\1500'],
    0x00281052: ['DS', '-1024'],
    0x00281053: ['DS', '1'],
    0x00281054: ['LO', 'HU'],
    0x00281055: ['LO', 'SOFT\\LUNG'],
    0x00400244: ['DA', '20240131'],
    0x00400245: ['TM', '095800'],
    0x00400253: ['SH', '5521'],
    0x00400254: ['LO', 'Chest Abdomen Pelvis'],
    0x00400275: ['SQ', { items: [{ 0x00400007: ['LO', 'Chest Abdomen Pelvis'], 0x00400009: ['SH', '1'] }] }],
  };
}
