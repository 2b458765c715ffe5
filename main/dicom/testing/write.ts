import { deflateRawSync } from 'node:zlib';
import type { Encoding } from '../elements';
import { undefinedLength } from '../elements';
import { encodingOf, transferSyntax } from '../transfer-syntax';

/** A value to be written: text, numbers (US, SS, UL, FD…), bytes, items of a sequence, or fragments. */
export type Value = string | readonly number[] | Buffer | { readonly items: readonly Elements[] } | Fragments;

/** Encapsulated pixel data: the offset table, then the fragments. */
export interface Fragments {
  readonly offsets: readonly number[];
  readonly fragments: readonly Buffer[];
}

/** Elements by tag, as a number: group × 65536 + element. */
export type Elements = Readonly<Record<number, readonly [vr: string, value: Value]>>;

const longVrs = ['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT', 'UV'];
const widths: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8 };

/** Writes a file of Part 10 (PS3.10 section 7) for a test. */
export function writeDicom(elements: Elements, syntax: string = transferSyntax.explicitLittleEndian): Buffer {
  const meta = writeElements(
    {
      0x00020002: ['UI', '1.2.840.10008.5.1.4.1.1.7'],
      0x00020003: ['UI', '1.2.3.4'],
      0x00020010: ['UI', syntax],
      0x00020012: ['UI', '1.2.3.4.5'],
    },
    { explicit: true, littleEndian: true },
  );
  const length = writeElements({ 0x00020000: ['UL', [meta.length]] }, { explicit: true, littleEndian: true });
  const body = writeElements(elements, encodingOf(syntax));
  const dataSet = syntax === transferSyntax.deflatedExplicitLittleEndian ? deflateRawSync(body) : body;
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), length, meta, dataSet]);
}

/** Writes elements in the order of their tags. */
export function writeElements(elements: Elements, encoding: Encoding): Buffer {
  const tags = Object.keys(elements).map(Number);
  const sorted = tags.sort((a, b) => a - b);
  return Buffer.concat(sorted.map((tag) => writeElement(tag, ...elements[tag]!, encoding)));
}

function writeElement(tag: number, vr: string, value: Value, encoding: Encoding): Buffer {
  if (isFragments(value)) return Buffer.concat([header(tag, vr, undefinedLength, encoding), pieces(value)]);
  const bytes = valueBytes(vr, value, encoding);
  return Buffer.concat([header(tag, vr, bytes.length, encoding), bytes]);
}

function header(tag: number, vr: string, length: number, encoding: Encoding): Buffer {
  const isLong = !encoding.explicit || longVrs.includes(vr);
  const vrBytes = encoding.explicit ? Buffer.from(longVrs.includes(vr) ? `${vr}\0\0` : vr) : Buffer.alloc(0);
  return Buffer.concat([
    integer(tag >>> 16, 2, encoding),
    integer(tag & 0xffff, 2, encoding),
    vrBytes,
    integer(length, isLong ? 4 : 2, encoding),
  ]);
}

function valueBytes(vr: string, value: Exclude<Value, Fragments>, encoding: Encoding): Buffer {
  if (Buffer.isBuffer(value)) return even(value, 0);
  if (typeof value === 'string') return even(Buffer.from(value, 'latin1'), vr === 'UI' ? 0 : 0x20);
  if ('items' in value)
    return Buffer.concat(
      value.items.map((elements) => {
        const body = writeElements(elements, encoding);
        return Buffer.concat([header(0xfffee000, '', body.length, { ...encoding, explicit: false }), body]);
      }),
    );
  return Buffer.concat(value.map((number) => integer(number, widths[vr] ?? 2, encoding, vr)));
}

function pieces({ offsets, fragments }: Fragments): Buffer {
  const plain = { explicit: false, littleEndian: true };
  const table = Buffer.concat(offsets.map((offset) => integer(offset, 4, plain)));
  const items = [table, ...fragments.map((fragment) => even(fragment, 0))];
  return Buffer.concat([
    ...items.flatMap((item) => [header(0xfffee000, '', item.length, plain), item]),
    header(0xfffee0dd, '', 0, plain),
  ]);
}

function integer(value: number, width: number, { littleEndian }: Encoding, vr = ''): Buffer {
  const view = new DataView(new ArrayBuffer(width));
  if (vr === 'FD') view.setFloat64(0, value, littleEndian);
  else if (vr === 'FL') view.setFloat32(0, value, littleEndian);
  else if (width === 2) view.setUint16(0, value & 0xffff, littleEndian);
  else view.setUint32(0, value >>> 0, littleEndian);
  return Buffer.from(view.buffer);
}

function even(bytes: Buffer, pad: number): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from([pad])]);
}

function isFragments(value: Value): value is Fragments {
  return typeof value === 'object' && 'fragments' in value;
}
