import dicomParser from 'dicom-parser';
import { describe, expect, it } from 'vitest';
import { CHEST_PHOTONS, renderChest } from '../chest/chest';
import { renderSkin } from '../skin/skin';
import type { Subject } from './common';
import { dicomBytes } from './file';
import { chestDataset, skinDataset } from './images';
import { JPEG_LS_LOSSLESS } from './jpeg-ls';
import { uidFor } from './uid';

const subject: Subject = {
  key: 'test',
  patientName: 'Demonstration^Test',
  patientId: 'DEMO-TEST',
  studyDescription: 'Test',
};
const place = { series: 1, seriesDescription: 'Test', instance: 3 };

describe('dicomBytes', () => {
  it('writes a radiograph that dicom-parser reads back', async () => {
    const plan = { nodules: 0, marker: false, initials: false, device: false, photons: CHEST_PHOTONS };
    const film = renderChest('file', plan, 64);
    const bytes = await dicomBytes(chestDataset(subject, place, 64), { ...film, samples: 1, bits: 12 });
    const data = dicomParser.parseDicom(new Uint8Array(bytes));
    expect(data.string('x00020010')).toBe(JPEG_LS_LOSSLESS);
    expect(data.string('x00080018')).toBe(uidFor('test/1/3'));
    expect(data.string('x00100010')).toBe('Demonstration^Test');
    expect(['x00280010', 'x00280011', 'x00280100', 'x00280101'].map((tag) => data.uint16(tag))).toEqual([
      64, 64, 16, 12,
    ]);
    expect(data.elements['x7fe00010']?.fragments).toHaveLength(1);
  });

  it('writes colour by pixel', async () => {
    const plan = { malignant: false, ink: false, ruler: false, hairs: false, vignette: false, noise: 0 };
    const picture = renderSkin('file', plan, 32);
    const bytes = await dicomBytes(skinDataset(subject, place, 32), { ...picture, samples: 3, bits: 8 });
    const data = dicomParser.parseDicom(new Uint8Array(bytes));
    expect(data.string('x00280004')).toBe('RGB');
    expect(['x00280002', 'x00280006'].map((tag) => data.uint16(tag))).toEqual([3, 0]);
  });
});

describe('uidFor', () => {
  it('is a UUID under 2.25, the same for the same name', () => {
    expect(uidFor('a')).toMatch(/^2\.25\.[1-9]\d{35,38}$/);
    expect(uidFor('a')).toBe(uidFor('a'));
    expect(uidFor('a')).not.toBe(uidFor('b'));
  });
});
