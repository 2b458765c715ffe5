import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeHtj2k } from '../../../main/dicom/testing/htj2k';
import { writeDicom } from '../../../main/dicom/testing/write';
import type { Syntax } from '../../peers/syntaxes';
import { ctElements, ctValues, side, stored } from '../ct';
import { runTool } from './tool';

/** What is decoded: a file of some frames for each core, and what a tool runs on. */
export interface Files {
  readonly ours: readonly string[];
  /** For each core the files that the tool decodes, and one of a single frame to know its start-up by, or none. */
  readonly peers: { readonly all: readonly string[][]; readonly one: readonly string[][] };
}

/** Writes the files of one transfer syntax, so many frames for each core. */
export async function writeFiles(
  syntax: Syntax,
  folder: string,
  cores: number,
  frames: number,
): Promise<Files> {
  const perCore = Array.from({ length: cores }, (_, core) => core);
  if (syntax.encode === 'HTJ2K') return htj2kFiles(syntax, folder, perCore, frames);
  const one = await encoded(syntax, folder, 'one', 0, 1);
  const ours: string[] = [];
  for (const core of perCore) ours.push(await encoded(syntax, folder, `many-${core}`, core * frames, frames));
  return { ours, peers: { all: ours.map((path) => [path]), one: ours.map(() => [one]) } };
}

async function encoded(
  { uid, bits, encode }: Syntax,
  folder: string,
  name: string,
  first: number,
  count: number,
): Promise<string> {
  const plain = join(folder, `${uid}-${name}-plain.dcm`);
  await writeFile(plain, writeDicom(ctElements(first, count, bits)));
  if (!encode) return plain;
  const [program, ...options] = encode;
  const path = join(folder, `${uid}-${name}.dcm`);
  await runTool(program!, [...options, plain, path]);
  await rm(plain);
  return path;
}

/** Codestreams, and a DICOM file of those of each core. */
async function htj2kFiles(
  syntax: Syntax,
  folder: string,
  perCore: readonly number[],
  frames: number,
): Promise<Files> {
  const write = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const [ours, all]: [string[], string[][]] = [[], []];
  for (const core of perCore) {
    const streams: Buffer[] = [];
    for (let frame = 0; frame < frames; frame++) streams.push(await codestream(core * frames + frame));
    const elements = {
      ...ctElements(core * frames, frames, 12),
      0x7fe00010: ['OB', { offsets: [], fragments: streams }],
    } as const;
    ours.push(await write(`htj2k-${core}.dcm`, writeDicom(elements, syntax.uid)));
    all.push(await Promise.all(streams.map((bytes, i) => write(`${core}-${i}.j2c`, bytes))));
  }
  return { ours, peers: { all, one: [] } };
}

async function codestream(slice: number): Promise<Buffer> {
  const bytes = stored(ctValues(slice), 12);
  const values = Array.from({ length: side * side }, (_, i) => bytes.readUInt16LE(i * 2));
  const stream = await encodeHtj2k(values, { rows: side, columns: side, bits: 12 });
  return stream.length % 2 === 0 ? stream : Buffer.concat([stream, Buffer.alloc(1)]);
}
