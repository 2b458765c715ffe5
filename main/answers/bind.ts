import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { ZodType } from 'zod';
import {
  type Answer,
  type Argument,
  type CallName,
  callNames,
  channelOf,
  type Reply,
} from '../../preload/contract';
import type { Problem } from '../../preload/vocabulary';
import { CallFailed } from '../process/caller';
import { problemOf } from '../process/serve';
import { argumentSchemas } from './schemas';

/** What answers each call of the contract. */
export type Answers = {
  readonly [Name in CallName]: (argument: Argument<Name>) => Promise<Answer<Name>> | Answer<Name>;
};

/**
 * Binds the whole contract: every call comes through one wrapper that checks who asks and what is asked, and every
 * answer is a Reply, so that an error keeps its sentence.
 */
export function bindAnswers(ipc: Pick<IpcMain, 'handle'>, answers: Answers, origin: string): void {
  for (const name of callNames) {
    ipc.handle(channelOf(name), (event, argument: unknown) => reply(answers, name, event, argument, origin));
  }
}

async function reply<Name extends CallName>(
  answers: Answers,
  name: Name,
  event: IpcMainInvokeEvent,
  argument: unknown,
  origin: string,
): Promise<Reply<Answer<Name>>> {
  try {
    requireSender(event, origin);
    return { ok: true, value: await answers[name](checked(name, argument)) };
  } catch (thrown) {
    return { ok: false, problem: sentenceOf(thrown) };
  }
}

/** Only the top frame of the application's own page may ask. */
function requireSender(event: IpcMainInvokeEvent, origin: string): void {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !frame.url.startsWith(`${origin}/`)) {
    throw new Error('A page that is not part of the application asked for something; it was refused.');
  }
}

function checked<Name extends CallName>(name: Name, argument: unknown): Argument<Name> {
  const schema = argumentSchemas[name] as unknown as ZodType<Argument<Name>>;
  const result = schema.safeParse(argument);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`The window's call ${name} is malformed at ${issue?.path.join('.')}: ${issue?.message}.`);
}

function sentenceOf(thrown: unknown): Problem {
  return thrown instanceof CallFailed ? thrown.problem : problemOf(thrown);
}
