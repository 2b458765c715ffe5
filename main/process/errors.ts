/** An error whose message is one sentence for a person: what, where, what to do. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
}

/** The work was cancelled by whoever asked for it; not a fault. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('Cancelled.');
  }
}

/** One sentence of what an unknown thrown thing says (codecs compiled to wasm throw numbers). */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'string' ? thrown : `error code ${String(thrown)}`;
}
