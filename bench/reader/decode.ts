import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Syntax, syntaxes } from '../peers/syntaxes';
import { type Spread, spreadOf } from '../statistics';
import { Decoders } from './decode/decoders';
import { type Files, writeFiles } from './decode/files';
import { secondsOf } from './decode/tool';
import type { ReaderPart } from './part';

const frames = 48;
const repeats = 5;

/** Frames a second of one transfer syntax, on all cores. */
interface DecodeFigures {
  readonly transferSyntax: string;
  readonly bits: number;
  readonly sightline: Spread;
  readonly peer: string;
  readonly peerFigures: Spread;
  /** Our median over the peer's. */
  readonly ratio: number;
}

/** Frames a second of 512² CT, each transfer syntax decoded here and by dcmtk, gdcm or OpenJPH over the same files. */
export const decodePart: ReaderPart = {
  name: 'decode',
  what: `frames of 512 × 512 CT decoded a second, on all cores; the tools write to memory, their start-up taken out`,
  async run() {
    const cores = availableParallelism();
    const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-decode-'));
    const decoders = new Decoders(cores);
    try {
      const figures: Record<string, DecodeFigures> = {};
      for (const syntax of syntaxes) figures[syntax.name] = await measure(syntax, folder, cores, decoders);
      return { unit: 'frames/s', cores, repeats, syntaxes: figures };
    } finally {
      decoders.end();
      await rm(folder, { recursive: true });
    }
  },
};

async function measure(
  syntax: Syntax,
  folder: string,
  cores: number,
  decoders: Decoders,
): Promise<DecodeFigures> {
  const files = await writeFiles(syntax, folder, cores, frames);
  await decoders.decode(files.ours, frames);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < repeats; i++) {
    ours.push((cores * frames) / (await seconds(() => decoders.decode(files.ours, frames))));
    theirs.push(await peerRate(syntax, files));
  }
  const [sightline, peerFigures] = [spreadOf(ours), spreadOf(theirs)];
  const ratio = Math.round((100 * sightline.median) / peerFigures.median) / 100;
  const { uid, bits, peer } = syntax;
  return { transferSyntax: uid, bits, sightline, peer: peer.program, peerFigures, ratio };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

/** Frames a second of the tool, one running on each core, its start-up taken out. */
async function peerRate({ peer }: Syntax, { peers }: Files): Promise<number> {
  const all = await secondsOf(peer, peers.all);
  if (peer.elapsed) return (peers.all.length * frames) / all;
  // Where the machine is busy with other things a start-up may seem to take longer than the whole.
  const startUp = await secondsOf(peer, peers.one);
  return (peers.all.length * (frames - 1)) / Math.max(all - startUp, all / frames);
}
