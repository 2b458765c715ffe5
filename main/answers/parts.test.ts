import { expect, it } from 'vitest';
import type { Opened } from '../../preload/contract';
import { outlineOf, Parts } from './parts';

const instance = (sopInstanceUid: string, path = `/${sopInstanceUid}`) => ({ sopInstanceUid, path });
const opened = (instances: readonly object[], more: object = {}): Opened =>
  ({
    studies: [
      {
        studyInstanceUid: '1',
        series: [{ seriesInstanceUid: '1.1', seriesNumber: 3, instances }],
        objects: [],
        ...more,
      },
    ],
    unreadable: [],
    files: instances.length,
  }) as never;

function listening(): { parts: Parts; told: Opened[] } {
  const told: Opened[] = [];
  return { told, parts: new Parts((part) => told.push(part)) };
}
const uidsOf = ({ studies }: Opened): string[] =>
  studies.flatMap(({ series }) =>
    series.flatMap(({ instances }) => instances.map((one) => one.sopInstanceUid)),
  );

it('tells thousands of images a few hundred at a time, each once', () => {
  const { parts, told } = listening();
  const all = Array.from({ length: 1001 }, (_, index) => instance(`1.${index}`));
  parts.add(opened(all.slice(0, 500)));
  parts.add(opened(all));
  parts.add(opened(all));
  expect(told.flatMap(uidsOf)).toEqual(all.map((one) => one.sopInstanceUid));
  expect(Math.max(...told.map((part) => uidsOf(part).length))).toBeLessThanOrEqual(200);
  expect(parts.count).toBe(told.length);
});

it('tells of an image again when another file is shown for it', () => {
  const { parts, told } = listening();
  parts.add(opened([instance('1', '/b')]));
  parts.add(opened([instance('1', '/a')]));
  expect(told.map(({ studies }) => studies[0]!.series[0]!.instances[0]!.path)).toEqual(['/b', '/a']);
});

it('tells objects before images, and what could not be read in pieces', () => {
  const { parts, told } = listening();
  const unreadable = Array.from({ length: 450 }, (_, index) => ({
    path: `/${index}`,
    reason: 'is no image.',
  }));
  parts.add({ ...opened([instance('1')], { objects: [instance('9')] }), unreadable });
  expect(told.map(({ studies, unreadable: faults }) => [studies[0]?.objects.length, faults.length])).toEqual([
    [1, 0],
    [0, 0],
    [undefined, 200],
    [undefined, 200],
    [undefined, 50],
  ]);
});

it('outlines studies by the UIDs of their images in order', () => {
  expect(outlineOf(opened([instance('2'), instance('1')]))).toEqual([
    {
      studyInstanceUid: '1',
      series: [{ seriesInstanceUid: '1.1', seriesNumber: 3, instanceUids: '2\n1' }],
      objects: [],
    },
  ]);
});
