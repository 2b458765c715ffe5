import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeader } from '../header';
import { bufferSource } from '../source';
import { tags } from '../tags';
import { person } from '../values';
import { corpora, filesOf } from './places';

/** PatientName as pydicom 3.0.2 decodes it, in the app's way of writing: without the phonetic group. */
const names: Readonly<Record<string, string>> = {
  'chrArab.dcm': 'قباني, لنزار',
  'chrFren.dcm': 'Buc, Jérôme',
  'chrFrenMulti.dcm': 'Buc, Jérôme',
  'chrGerm.dcm': 'Äneas, Rüdiger',
  'chrGreek.dcm': 'Διονυσιος',
  'chrH31.dcm': 'Yamada, Tarou (山田, 太郎)',
  'chrH32.dcm': 'ﾔﾏﾀﾞ, ﾀﾛｳ (山田, 太郎)',
  'chrHbrw.dcm': 'שרון, דבורה',
  'chrI2.dcm': 'Hong, Gildong (洪, 吉洞)',
  'chrJapMulti.dcm': 'やまだ, たろう',
  'chrJapMultiExplicitIR6.dcm': 'やまだ, たろう',
  'chrKoreanMulti.dcm': '김희중',
  'chrRuss.dcm': 'Люкceмбypг',
  'chrX1.dcm': 'Wang, XiaoDong (王, 小東)',
  'chrX2.dcm': 'Wang, XiaoDong (王, 小东)',
};

/** Files whose only names lie in a sequence, which the study browser does not show. */
const nameless = ['chrSQEncoding.dcm', 'chrSQEncoding1.dcm'];

describe("pydicom's files of character sets", () => {
  const files = filesOf(corpora.pydicomCharacterSets).filter((file) => file.endsWith('.dcm'));

  it('are all there', () => {
    expect(files).toEqual([...Object.keys(names), ...nameless].sort());
  });

  it.each(Object.entries(names))('%s names %s', async (file, name) => {
    const bytes = readFileSync(join(corpora.pydicomCharacterSets, file));
    const { dataSet } = await readHeader(bufferSource(bytes));
    expect(person(dataSet, tags.PatientName)).toBe(name);
  });
});
