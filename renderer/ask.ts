import type { Answer, Argument, Bridge, CallName } from '../preload/contract';
import type { Problem } from '../preload/vocabulary';

declare global {
  interface Window {
    readonly sightline: Bridge;
  }
}

/** A call was answered with a problem; its message is the sentence for the person. */
export class AskError extends Error {
  override readonly name = 'AskError';
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Calls the application and unwraps the reply; throws AskError where the reply is a problem. */
export async function ask<Name extends CallName>(
  name: Name,
  argument: Argument<Name>,
): Promise<Answer<Name>> {
  const reply = await window.sightline.calls[name](argument);
  if (!reply.ok) throw new AskError(reply.problem);
  return reply.value;
}

/** An id that makes a call cancellable and its progress recognisable. */
export const newRequestId = (): string => crypto.randomUUID();

/** The problem behind an unknown thrown thing. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof AskError) return thrown.problem;
  return { kind: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
