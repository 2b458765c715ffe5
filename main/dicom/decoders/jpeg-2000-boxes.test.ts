import { describe, expect, it } from 'vitest';
import { codestreamIn } from './jpeg-2000-boxes';

const stream = Buffer.from('\xff\x4fstream', 'latin1');

function box(type: string, content: Buffer, length = content.length + 8): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const signature = box('jP  ', Buffer.of(0x0d, 0x0a, 0x87, 0x0a));
const long = (content: Buffer): Buffer => {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(content.length + 16));
  return box('jp2c', Buffer.concat([length, content]), 1);
};

describe('the codestream of a frame', () => {
  it.each([
    { name: 'bare', frame: stream },
    {
      name: 'in a JP2 file',
      frame: Buffer.concat([signature, box('jp2h', Buffer.alloc(5)), box('jp2c', stream)]),
    },
    {
      name: 'with a box after it',
      frame: Buffer.concat([signature, box('jp2c', stream), box('uuid', stream)]),
    },
    { name: 'to the end', frame: Buffer.concat([signature, box('jp2c', stream, 0)]) },
    { name: 'with a long length', frame: Buffer.concat([signature, long(stream), box('uuid', stream)]) },
  ])('$name is found', ({ frame }) => {
    expect(codestreamIn(frame)).toEqual(stream);
  });

  it.each([
    {
      name: 'is not there',
      frame: Buffer.concat([signature, box('jp2h', stream)]),
      says: 'without a codestream',
    },
    {
      name: 'is behind a box of no length',
      frame: Buffer.concat([signature, Buffer.alloc(8, 0xff)]),
      says: 'without',
    },
    {
      name: 'holds indices into a palette',
      frame: Buffer.concat([signature, box('jp2h', box('pclr', stream)), box('jp2c', stream)]),
      says: 'a JP2 file with a palette',
    },
  ])('that $name is refused', ({ frame, says }) => {
    expect(() => codestreamIn(frame)).toThrow(says);
  });
});
