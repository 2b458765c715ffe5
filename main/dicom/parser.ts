import dicomParser from 'dicom-parser';
import type { DataSet, Element } from 'dicom-parser';
import type { ElementHeader, Encoding } from './elements';
import { damaged, hasVr, need, readElementHeader, tagAt, undefinedLength } from './elements';
import { FileFault } from './faults';
import { limits } from './limits';

type DataSetClass = new (
  parser: typeof dicomParser.littleEndianByteArrayParser,
  bytes: Uint8Array,
  elements: DataSet['elements'],
) => DataSet;

// The class is there at run time; the package's types know it only as an interface.
const { DataSet: Class } = dicomParser as unknown as { DataSet: DataSetClass };

const item = 0xfffee000;
const itemDelimiter = 0xfffee00d;
const sequenceDelimiter = 0xfffee0dd;
const pixelData = 0x7fe00010;

/** A sequence, one of its items, or encapsulated pixel data: what the walk is inside of. */
interface Level {
  readonly kind: 'sequence' | 'item' | 'fragments';
  /** Offset of its end, or Infinity where a delimiter ends it. */
  readonly end: number;
  readonly encoding: Encoding;
  /** Where what is found goes; null where nobody asked for it. */
  readonly element: Element | null;
  readonly elements: DataSet['elements'] | null;
}

/** What of a data set is wanted. */
export interface Wanted {
  /** Tells at which top-level element to stop. */
  readonly stop: (tag: number) => boolean;
  /** Keys of the top-level elements to keep, by tag; all where it is absent. */
  readonly named?: ReadonlyMap<number, string> | undefined;
}

/** Elements, and the one that was stopped at: null where the data set ends first. */
export interface Parsed {
  readonly dataSet: DataSet;
  readonly stopped: ElementHeader | null;
}

/**
 * Parses elements up to the end of the bytes or the element to stop at. Levels are kept in a list, not on the stack,
 * and nothing is read beyond what is given, as dicom-parser's own parsing would; its DataSet holds the result.
 * @param bytes the file from its beginning; offsets in the result count from there
 * @throws MoreBytesNeeded where the bytes end within an element; FileFault where the structure is broken
 */
export function parseElements(bytes: Buffer, start: number, encoding: Encoding, wanted: Wanted): Parsed {
  return new Walk(bytes, encoding, wanted).from(start);
}

class Walk {
  readonly #levels: Level[] = [];
  readonly #top: DataSet['elements'] = {};
  #kept = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly encoding: Encoding,
    private readonly wanted: Wanted,
  ) {}

  from(start: number): Parsed {
    for (let position = start; ;) {
      this.#leaveFinished(position);
      const level = this.#levels.at(-1);
      need(this.bytes, position);
      if (!level && position === this.bytes.length) return this.#result(null);
      const header = readElementHeader(this.bytes, position, level?.encoding ?? this.encoding);
      // Zeros after the last element fill the file up; no element has their tag.
      if (!level && header.tag === 0) return this.#result(null);
      if (!level && this.wanted.stop(header.tag)) return this.#result(header);
      position = header.tag >>> 16 === 0xfffe ? this.#enterItem(header) : this.#enter(header, level);
    }
  }

  #result(stopped: ElementHeader | null): Parsed {
    const { bytes, encoding } = this;
    const whole = bytes.subarray(0, stopped?.start ?? bytes.length);
    return { dataSet: dataSetOf(whole, encoding, this.#top), stopped };
  }

  /** Steps over an element, or into it where it is a sequence; returns the next position. */
  #enter(header: ElementHeader, level: Level | undefined): number {
    if (level && level.kind !== 'item') throw new FileFault(damaged);
    const element = this.#keep(header, level);
    const inside = this.#encodingInside(header, level?.encoding ?? this.encoding);
    if (inside) return this.#push('sequence', header, inside, element, null);
    if (header.length === undefinedLength) {
      if (header.tag !== pixelData) throw new FileFault(damaged);
      return this.#push('fragments', header, this.encoding, null, null);
    }
    return header.valueStart + header.length;
  }

  #keep({ tag, vr, length, valueStart }: ElementHeader, level: Level | undefined): Element | null {
    const elements = level ? level.elements : this.#top;
    if (!elements) return null;
    const { named } = this.wanted;
    const key = level || !named ? keyOf(tag) : named.get(tag);
    if (key === undefined) return null;
    this.#count();
    const element: Element = { tag: key, length, dataOffset: valueStart };
    if (vr !== '') element.vr = vr;
    elements[key] = element;
    return element;
  }

  /** An element takes more memory than the eight bytes that it may be written in. */
  #count(): void {
    if (++this.#kept > limits.maxElements) throw new FileFault(tooMany);
  }

  #push(
    kind: Level['kind'],
    { length, valueStart }: ElementHeader,
    encoding: Encoding,
    element: Element | null,
    elements: DataSet['elements'] | null,
  ): number {
    const end = length === undefinedLength ? Infinity : valueStart + length;
    if (this.#levels.length >= limits.maxNesting * 2) throw new FileFault(tooDeep());
    if (kind === 'sequence' && element) element.items = [];
    this.#levels.push({ kind, end, encoding, element, elements });
    return valueStart;
  }

  /** Items open, delimiters close; a delimiter that closes nothing more than it should is let pass. */
  #enterItem(header: ElementHeader): number {
    const top = this.#levels.at(-1);
    const endless = header.length === undefinedLength;
    if (header.tag === item && top?.kind === 'fragments' && !endless)
      return header.valueStart + header.length;
    if (header.tag === item && top?.kind === 'sequence') return this.#openItem(header, top);
    if (header.tag === itemDelimiter && top?.kind === 'item') this.#levels.pop();
    else if (header.tag === sequenceDelimiter && top && top.kind !== 'item') this.#levels.pop();
    else throw new FileFault(damaged);
    return header.valueStart;
  }

  #openItem(header: ElementHeader, sequence: Level): number {
    const encoding = this.#encodingOfItem(header, sequence.encoding);
    if (!sequence.element) return this.#push('item', header, encoding, null, null);
    this.#count();
    const elements: DataSet['elements'] = {};
    sequence.element.items!.push({
      tag: 'xfffee000',
      length: header.length,
      dataOffset: header.valueStart,
      dataSet: dataSetOf(this.bytes, encoding, elements),
    });
    return this.#push('item', header, encoding, null, elements);
  }

  /** Some writers leave the items of an explicit data set in implicit VR, and the other way about; the first VR tells. */
  #encodingOfItem({ length, valueStart }: ElementHeader, encoding: Encoding): Encoding {
    if (length < 8) return encoding;
    need(this.bytes, valueStart + 8);
    if (this.bytes.readUInt16LE(valueStart) === 0xfffe) return encoding;
    const explicit = hasVr(this.bytes, valueStart + 4);
    if (explicit === encoding.explicit) return encoding;
    // An implicit length may look like a VR; an explicit one never looks like a length that fits.
    if (!explicit) return looksLikeVr(this.bytes, valueStart + 4) ? encoding : { ...encoding, explicit };
    const implicitLength = this.bytes.readUInt32LE(valueStart + 4);
    const fits = implicitLength <= length - 8 && length !== undefinedLength;
    return fits ? encoding : { ...encoding, explicit };
  }

  #leaveFinished(position: number): void {
    for (let top = this.#levels.at(-1); top && position >= top.end; top = this.#levels.at(-1)) {
      if (position > top.end) throw new FileFault(damaged);
      this.#levels.pop();
    }
  }

  /**
   * The encoding of an element's items, or null where it is no sequence. In implicit VR nothing but the first item's
   * tag tells a sequence from a value; UN is implicit inside whatever surrounds it (PS3.5 section 6.2.2).
   */
  #encodingInside(header: ElementHeader, encoding: Encoding): Encoding | null {
    const { vr, length } = header;
    if (vr === 'SQ') return encoding;
    if (encoding.explicit && vr !== 'UN') return null;
    const inside = vr === 'UN' ? { explicit: false, littleEndian: true } : encoding;
    if (length === undefinedLength) return header.tag === pixelData ? null : inside;
    if (header.tag === pixelData || length < 8) return null;
    // What a private element holds is its writer's business, unless it says that it is a sequence.
    if (((header.tag >>> 16) & 1) === 1) return null;
    need(this.bytes, header.valueStart + 8);
    return startsAsSequence(this.bytes, header, inside.littleEndian) ? inside : null;
  }
}

function startsAsSequence(bytes: Buffer, { valueStart, length }: ElementHeader, little: boolean): boolean {
  const first = tagAt(bytes, valueStart, little);
  if (first === sequenceDelimiter) return true;
  if (first !== item) return false;
  const size = little ? bytes.readUInt32LE(valueStart + 4) : bytes.readUInt32BE(valueStart + 4);
  return size === undefinedLength || size <= length - 8;
}

function looksLikeVr(bytes: Buffer, position: number): boolean {
  return /^[A-Z]{2}$/.test(bytes.toString('latin1', position, position + 2));
}

function dataSetOf(bytes: Buffer, { littleEndian }: Encoding, elements: DataSet['elements']): DataSet {
  const parser = littleEndian
    ? dicomParser.littleEndianByteArrayParser
    : dicomParser.bigEndianByteArrayParser;
  return new Class(parser, bytes, elements);
}

/** The key of a tag in a data set, as dicom-parser writes it: x, then eight hexadecimal digits. */
export function keyOf(tag: number): string {
  return `x${tag.toString(16).padStart(8, '0')}`;
}

const tooMany = `has more than ${limits.maxElements} elements, more than any modality writes; it was not read.`;

function tooDeep(): string {
  return `nests sequences more than ${limits.maxNesting} deep, which no modality writes; it was not read.`;
}
