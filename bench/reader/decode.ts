import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDicom } from '../../main/dicom/testing/write';
import { type Syntax, syntaxes } from '../peers/syntaxes';
import { type Spread, spreadOf } from '../statistics';
import { ctElements } from './ct';
import { Decoders } from './decode/decoders';
import { runAll, runTool } from './decode/tool';
import type { ReaderPart } from './part';

const frames = 16;
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

/** One file a core, of one frame and of many: what a tool needs for the first is its start-up. */
interface Files {
  readonly one: string;
  readonly many: readonly string[];
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
  const files = await encoded(syntax, folder, cores);
  await decoders.decode(files.many, frames);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < repeats; i++) {
    ours.push((files.many.length * frames) / (await seconds(() => decoders.decode(files.many, frames))));
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

/** Frames a second of the tool, one running on each core, without the time that a file of one frame takes. */
async function peerRate({ peer }: Syntax, { one, many }: Files): Promise<number> {
  const first = await seconds(() =>
    runAll(
      peer,
      many.map(() => one),
    ),
  );
  const all = await seconds(() => runAll(peer, many));
  return (many.length * (frames - 1)) / (all - first);
}

async function encoded(syntax: Syntax, folder: string, cores: number): Promise<Files> {
  const write = async (name: string, first: number, count: number): Promise<string> => {
    const plain = join(folder, `${syntax.uid}-${name}-plain.dcm`);
    await writeFile(plain, writeDicom(ctElements(first, count, syntax.bits)));
    if (!syntax.encode) return plain;
    const [program, ...options] = syntax.encode;
    const path = join(folder, `${syntax.uid}-${name}.dcm`);
    await runTool(program!, [...options, plain, path]);
    await rm(plain);
    return path;
  };
  const many: string[] = [];
  for (let core = 0; core < cores; core++) many.push(await write(`many-${core}`, core * frames, frames));
  return { one: await write('one', 0, 1), many };
}
