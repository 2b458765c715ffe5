import { createHash } from 'node:crypto';

/**
 * A UID under the root 2.25 (PS3.5 B.2: the decimal value of a UUID), always the same for the same name. The UUID
 * is one of version 8 (RFC 9562, 5.8): 122 bits of a hash of the name.
 */
export function uidFor(name: string): string {
  const bytes = createHash('sha256').update(`sightline demonstration/${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `2.25.${BigInt(`0x${bytes.toString('hex')}`)}`;
}
