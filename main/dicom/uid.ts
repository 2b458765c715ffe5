import { createHash } from 'node:crypto';

/** A UID that is always the same for the same bytes: 2.25 and an integer of their SHA-256 (PS3.5 B.2). */
export function uidFrom(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `2.25.${BigInt(`0x${hash.digest('hex').slice(0, 32)}`)}`;
}
