import { indexPaths } from '../../main/dicom/index';
import { runPydicom } from '../peers/pydicom';
import type { Spread } from '../statistics';
import { spreadOf } from '../statistics';
import { withCtStudy } from './ct-study';
import type { ReaderPart } from './part';

const files = 5_000;
const runs = 7;

/** Files a second of the headers of a study, ours and pydicom's, each in one process, both over the same warm files. */
export const headersPart: ReaderPart = {
  name: 'headers',
  what: `headers a second over ${files} CT slices, against pydicom.dcmread(stop_before_pixels=True), one process each`,
  run: () => withCtStudy({ files, withPixels: 0 }, measure),
};

interface PeerAnswer {
  readonly version: string;
  readonly files: number;
  readonly seconds: readonly number[];
}

async function measure(folder: string): Promise<object> {
  const peer = (await runPydicom('pydicom_headers.py', folder, String(runs))) as PeerAnswer;
  const own: number[] = [];
  for (let i = 0; i < runs; i++) own.push(await secondsOfIndex(folder));
  const [sightline, pydicom] = [rate(own), rate(peer.seconds)];
  return {
    unit: 'files/s',
    files,
    sightline,
    sightlineFirstRun: Math.round(files / own[0]!),
    pydicom: { version: peer.version, ...pydicom },
    timesFaster: Math.round((sightline.median / pydicom.median) * 100) / 100,
  };
}

function rate(seconds: readonly number[]): Spread {
  return spreadOf(seconds.map((each) => Math.round(files / each)));
}

async function secondsOfIndex(folder: string): Promise<number> {
  const began = performance.now();
  const { studies } = await indexPaths([folder]);
  const seconds = (performance.now() - began) / 1000;
  const found = studies
    .flatMap(({ series }) => series)
    .reduce((sum, { instances }) => sum + instances.length, 0);
  if (found !== files) throw new Error(`${found} of ${files} generated files were read.`);
  return seconds;
}
