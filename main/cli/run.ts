import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { messageOf, PersonError } from '../process/errors';
import { type Command, type Given, parseable } from './command';
import { commands } from './commands';
import { commandNamed, manual, overview } from './help';

/** Where a run writes its lines. */
export interface Streams {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs one command line; answers the exit code: 0, or 2 after one sentence on the standard error. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  try {
    await dispatch(args, streams);
    return 0;
  } catch (thrown) {
    streams.err(oneLine(messageOf(thrown)));
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], streams: Streams): Promise<void> {
  const { out: say, err: tell } = streams;
  if (name === '--version') return say(version);
  if (name === undefined) throw new PersonError('Name a command; sightline --help lists them.');
  if (name === '--help' || name === '-h') return say(overview(commands));
  if (name === 'help') return say(rest[0] ? manual(commandNamed(commands, rest[0])) : overview(commands));
  const command = commandNamed(commands, name);
  if (rest.includes('--help')) return say(manual(command));
  const { values, positionals } = parse(command, rest);
  await command.run({ options: values as Given['options'], positionals, say, tell });
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: parseable(command), allowPositionals: true, strict: true });
  } catch (thrown) {
    throw new PersonError(
      `${messageOf(thrown).split('.')[0]}: sightline help ${command.name} shows what it takes.`,
    );
  }
}

/** Some libraries break their messages into lines; a person gets one. */
const oneLine = (message: string): string => message.replaceAll(/\s*\n\s*/g, ' ').trim();
