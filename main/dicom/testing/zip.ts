import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a ZIP for a test. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly deflate?: boolean;
  readonly encrypted?: boolean;
  /** What the directory claims that it inflates to, where that is not the truth. */
  readonly claims?: number;
}

/** Writes a ZIP as PKWARE's APPNOTE 6.3 describes it, with UTF-8 names, without ZIP64. */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = file.deflate ? deflateRawSync(file.bytes) : file.bytes;
    const name = Buffer.from(file.name);
    const common = commonFields(file, packed, name);
    const local = Buffer.concat([uint32(0x04034b50), common, name, packed]);
    central.push(
      Buffer.concat([uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const counts = [uint16(files.length), uint16(files.length), uint32(directory.length), uint32(offset)];
  const end = Buffer.concat([uint32(0x06054b50), Buffer.alloc(4), ...counts, uint16(0)]);
  return Buffer.concat([...locals, directory, end]);
}

/** From "version needed" to "extra field length", as the local and the central header both have them. */
function commonFields({ bytes, deflate, encrypted, claims }: ZipFile, packed: Buffer, name: Buffer): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(0x800 + (encrypted ? 1 : 0)),
    uint16(deflate ? 8 : 0),
    Buffer.alloc(4),
    uint32(crc32(bytes)),
    uint32(packed.length),
    uint32(claims ?? bytes.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
