import { relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, crc32, inflateRaw } from 'node:zlib';
import type { Entry } from 'yauzl';
import { Shelf } from '../../process/shelf';
import { withDiskFile } from '../disk';
import { FileFault } from '../faults';
import { limits } from '../limits';
import type { Source } from '../source';
import { archiveAt } from './archive';
import { isStored } from './checks';

const inflate = promisify(inflateRaw);
const localHeaderBytes = 30;
const localHeaderSignature = 0x04034b50;
/** Packed bytes from which the beginning of an entry is inflated, for those who want no more than its header. */
const openingBytes = 32 * 1024;
const damaged = 'is damaged inside the ZIP; ask for a new copy of the file.';

/** What was inflated last: the frames of one entry are asked for one by one. */
const inflated = new Shelf<Buffer>({ count: 4, weight: limits.maxInflatedZipBytesKept });

/**
 * Hands the bytes of a ZIP's entry to work. Nothing is written to the disk: what is stored is read where it lies, what
 * is deflated is inflated in memory, its beginning first.
 * @param path the ZIP's path, then the entry's
 * @param wanted 'header' where little more than the header will be read: it is then not checked against the checksum
 *   of the whole
 * @throws FileFault where there is no such entry, or it is damaged or beyond the limits
 */
export async function withEntry<Result>(
  archivePath: string,
  path: string,
  work: (source: Source) => Promise<Result>,
  wanted: 'header' | 'all' = 'all',
): Promise<Result> {
  const archive = await archiveAt(archivePath);
  const name = relative(archivePath, path).split(sep).join('/');
  const entry = archive.entries.get(name);
  if (!entry) throw new FileFault(archive.refused.find((each) => each.name === name)?.reason ?? missing);
  return withDiskFile(archivePath, async (zip) => {
    const packed = await packedBytes(zip, entry);
    return work(isStored(entry) ? packed : inflating(packed, entry, `${name} ${archive.identity}`, wanted));
  });
}

const missing = 'is no longer in the ZIP; open the ZIP again.';

/** The part of the ZIP where an entry's bytes lie, as they lie. */
async function packedBytes(zip: Source, entry: Entry): Promise<Source> {
  const header = await zip.read(entry.relativeOffsetOfLocalHeader, localHeaderBytes);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== localHeaderSignature)
    throw new FileFault(damaged);
  const start =
    entry.relativeOffsetOfLocalHeader + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const size = entry.compressedSize;
  if (start + size > zip.size) throw new FileFault(damaged);
  const read: Source['read'] = (position, length) =>
    zip.read(start + position, Math.max(0, Math.min(length, size - position)));
  return { size, read };
}

/** An entry's bytes: its beginning where no more is wanted, else the whole, checked and kept for the next frame. */
function inflating(packed: Source, entry: Entry, key: string, wanted: 'header' | 'all'): Source {
  const size = entry.uncompressedSize;
  let opening: Buffer | null = null;
  return {
    size,
    async read(position, length) {
      const end = Math.max(0, Math.min(position + length, size));
      const known = inflated.get(key);
      if (known) return known.subarray(position, end);
      if (wanted === 'header') opening ??= await beginning(packed, size);
      if (opening && end <= opening.length) return opening.subarray(position, end);
      const whole = await wholeOf(packed, entry);
      inflated.put(key, whole, whole.length);
      return whole.subarray(position, end);
    },
  };
}

async function beginning(packed: Source, size: number): Promise<Buffer> {
  const bytes = await packed.read(0, openingBytes);
  // What is left of a block that was cut is given as far as it goes.
  return bounded(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, size) });
}

async function wholeOf(packed: Source, { uncompressedSize, crc32: expected }: Entry): Promise<Buffer> {
  const bytes = await packed.read(0, packed.size);
  const whole = await bounded(bytes, { maxOutputLength: Math.max(1, uncompressedSize) });
  if (whole.length !== uncompressedSize || crc32(whole) !== expected) throw new FileFault(damaged);
  return whole;
}

async function bounded(bytes: Buffer, options: Parameters<typeof inflate>[1]): Promise<Buffer> {
  try {
    return await inflate(bytes, options);
  } catch (thrown) {
    throw new FileFault(damaged, { cause: thrown });
  }
}
