import { expect, it } from 'vitest';
import { groupUnreadable } from './unreadable-groups';

it('puts files under the reason that they share, without their own names in it', () => {
  const list = [
    { path: '/disc/A/IM1', reason: 'IM1 holds no image.' },
    { path: '/disc/READ ME.txt', reason: 'READ ME.txt is no DICOM file.' },
    { path: 'C:\\disc\\IM2', reason: 'IM2 holds no image.' },
    { path: '/disc/DICOMDIR', reason: 'IM7 is listed in the DICOMDIR, but is not there.' },
  ];
  expect(groupUnreadable(list)).toEqual([
    {
      reason: 'holds no image.',
      files: [
        { name: 'IM1', path: '/disc/A/IM1' },
        { name: 'IM2', path: 'C:\\disc\\IM2' },
      ],
    },
    { reason: 'is no DICOM file.', files: [{ name: 'READ ME.txt', path: '/disc/READ ME.txt' }] },
    {
      reason: 'IM7 is listed in the DICOMDIR, but is not there.',
      files: [{ name: 'DICOMDIR', path: '/disc/DICOMDIR' }],
    },
  ]);
});
