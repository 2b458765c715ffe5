import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PeerHeader, peerHeader } from './peer-header';

const execute = promisify(execFile);
/** gdcm and dcmtk may say more than Node keeps by default. */
const exec = (program: string, parameters: readonly string[]): Promise<{ readonly stdout: string }> =>
  execute(program, parameters, { maxBuffer: 2 ** 28, encoding: 'latin1' });
const rleLossless = '1.2.840.10008.1.2.5';

/** An image as dcmtk reads it; JPEG 2000, which Debian's dcmtk cannot, is decompressed by gdcm. */
export interface PeerImage {
  readonly rows: number;
  readonly columns: number;
  readonly samples: 1 | 3;
  readonly frames: number;
  /** How far its values may be from ours: 1 where it had to round YBR to RGB in its own way, else 0. */
  readonly tolerance: 0 | 1;
  /** Modality values of grey, RGB of colour, of a frame from 1. */
  readonly frame: (number: number) => Promise<readonly number[]>;
}

/** Programs that write a file again uncompressed and little endian, by transfer syntax. */
function decompressor(syntax: string): readonly string[] {
  if (/\.4\.(50|51|57|70)$/.test(syntax)) return ['dcmdjpeg', '-q'];
  if (/\.4\.8[01]$/.test(syntax)) return ['dcmdjpls', '-q'];
  if (/\.4\.9[01]$/.test(syntax)) return ['gdcmconv', '--raw'];
  return syntax === rleLossless ? ['dcmdrle', '-q'] : ['dcmconv', '-q', '+te'];
}

async function dump(path: string, ...options: readonly string[]): Promise<PeerHeader> {
  const { stdout } = await exec('dcmdump', ['-q', '-Un', ...options, path]);
  return peerHeader(stdout);
}

/**
 * Lets dcmtk and gdcm read an image.
 * @param scratch a folder for what they write
 * @throws Error where they cannot
 */
export async function peerImage(path: string, scratch: string): Promise<PeerImage> {
  const folder = await mkdtemp(join(scratch, 'peer-'));
  const plain = join(folder, 'plain.dcm');
  const syntax = (await dump(path, '+P', '0002,0010')).text('0002,0010');
  const [program, ...options] = decompressor(syntax);
  await exec(program!, [...options, path, plain]);
  await mkdir(join(folder, 'raw'));
  const header = await dump(plain, '+L', '+W', join(folder, 'raw'));
  const photometric = header.text('0028,0004');
  const grey = photometric.startsWith('MONOCHROME');
  return {
    rows: header.number('0028,0010', 0),
    columns: header.number('0028,0011', 0),
    samples: grey ? 1 : 3,
    frames: header.number('0028,0008', 1),
    tolerance: photometric.startsWith('YBR') ? 1 : 0,
    frame: grey ? greyFrames(header) : (number) => colourFrame(plain, number, join(folder, `${number}.ppm`)),
  };
}

/** Colours as dcmtk draws them: palettes applied, YBR made RGB, 16 and 32 bits made 8. */
async function colourFrame(plain: string, number: number, to: string): Promise<readonly number[]> {
  await exec('dcm2pnm', ['-q', '+op', '+F', String(number), plain, to]);
  const file = readFileSync(to);
  const head = /^P6\s+\d+ \d+\s+255\s/.exec(file.toString('latin1', 0, 40));
  if (head === null) throw new Error(`dcm2pnm drew no colours of ${plain}`);
  return [...file.subarray(head[0].length)];
}

function greyFrames(header: PeerHeader): PeerImage['frame'] {
  const file = readFileSync(header.text('7fe0,0010'));
  const size = header.number('0028,0010', 0) * header.number('0028,0011', 0);
  const scale = header.number('0028,1053', 1) * header.number('3004,000e', 1);
  const [slope, intercept] = [scale, header.number('0028,1052', 0)];
  const stored = storedReader(header, file);
  return (number) =>
    Promise.resolve(
      Array.from({ length: size }, (_, i) => stored((number - 1) * size + i) * slope + intercept),
    );
}

/** Stored value number i of raw pixel data, its unused bits dropped and its sign extended (PS3.5 8.1.1). */
function storedReader(header: PeerHeader, file: Buffer): (i: number) => number {
  const allocated = header.number('0028,0100', 16);
  const stored = header.number('0028,0101', allocated);
  const shift = header.number('0028,0102', stored - 1) + 1 - stored;
  const sign = header.number('0028,0103', 0) === 1 ? 2 ** (stored - 1) : Infinity;
  const wordAt = (i: number): number =>
    allocated === 1 ? (file[i >> 3]! >> (i & 7)) & 1 : file.readUIntLE((i * allocated) / 8, allocated / 8);
  return (i) => {
    const value = Math.floor(wordAt(i) / 2 ** shift) % 2 ** stored;
    return value >= sign ? value - 2 ** stored : value;
  };
}
