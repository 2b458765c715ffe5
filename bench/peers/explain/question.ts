import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Peer } from './peer';

/** An array in a file of float32 values. */
export interface FileArray {
  readonly file: string;
  readonly shape: readonly number[];
}

/** One input (or several), a layer and a class of a network: what a peer is asked about. */
export interface PeerQuestion {
  /** The folder of the LayersModel, the same that Sightline loads. */
  readonly folder: string;
  /** n × rows × columns × channels. */
  readonly images: FileArray;
  readonly layer: string;
  readonly classIndex: number;
  /** What must be the same on both sides: noise, masks, a baseline, parameters. */
  readonly given?: Readonly<Record<string, FileArray | number | string>>;
}

const array = z.object({ shape: z.array(z.number()), values: z.array(z.number()) });
const times = z.object({ milliseconds: z.array(z.number()) });

/** Writes an array where a peer can read it. */
export async function placeArray(
  folder: string,
  name: string,
  values: Float32Array,
  shape: readonly number[],
): Promise<FileArray> {
  const file = join(folder, `${name}.f32`);
  await writeFile(file, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return { file, shape };
}

/** The versions of a peer and of what it runs on. */
export function versionsOf(peer: Peer): Promise<Record<string, string>> {
  return peer.ask({ do: 'versions' }, z.record(z.string(), z.string()));
}

/** Logits of the images, n × classes. */
export async function peerLogits(peer: Peer, question: PeerQuestion): Promise<number[]> {
  return (await peer.ask({ do: 'logits', ...question }, array)).values;
}

/** A raw map, rows × columns. */
export async function peerMap(
  peer: Peer,
  which: { readonly peer: string; readonly method: string },
  question: PeerQuestion,
): Promise<number[]> {
  return (await peer.ask({ do: 'map', ...which, ...question }, array)).values;
}

/** How often a peer runs a work: so many times that count, after so many that do not. */
export interface Runs {
  readonly runs: number;
  readonly warmUps: number;
}

/** Milliseconds of each run of a work. */
export async function peerTimes(
  peer: Peer,
  work: string,
  question: PeerQuestion,
  runs: Runs,
): Promise<number[]> {
  return (await peer.ask({ do: 'time', work, ...runs, ...question }, times)).milliseconds;
}
