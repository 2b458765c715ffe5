import { FileFault } from '../faults';
import type { Decoder } from './decoder';
import { deflatedFrame } from './deflated-frame';
import { htj2k } from './htj2k';
import { jpegBaseline } from './jpeg-baseline';
import { jpeg2000 } from './jpeg-2000';
import { jpegLossless } from './jpeg-lossless';
import { jpegLs } from './jpeg-ls';
import { nativeLittleEndian } from './native';
import { nativeBigEndian } from './native-big-endian';
import { nativeEncapsulated } from './native-encapsulated';
import { rle } from './rle';
import { unreadReason } from './unread';

/** Every way of writing pixels that can be read. */
export const decoders: readonly Decoder[] = [
  nativeLittleEndian,
  nativeBigEndian,
  nativeEncapsulated,
  deflatedFrame,
  rle,
  jpegBaseline,
  jpegLossless,
  jpegLs,
  jpeg2000,
  htj2k,
];

const byTransferSyntax = new Map(
  decoders.flatMap((decoder) => decoder.transferSyntaxes.map((uid) => [uid, decoder] as const)),
);

/** @throws FileFault where no decoder reads the transfer syntax */
export function decoderFor(transferSyntaxUid: string): Decoder {
  const decoder = byTransferSyntax.get(transferSyntaxUid);
  if (decoder) return decoder;
  throw new FileFault(unreadReason(transferSyntaxUid));
}
