import type { ParseArgsConfig } from 'node:util';

/** What a command was given: options by name, and the rest in order. */
export interface Given {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  /** Writes a line to the standard output. */
  readonly say: (line: string) => void;
  /** Writes a line to the standard error: how far the work is, and what was left out. */
  readonly tell: (line: string) => void;
}

/** One option of a command, as `--help` shows it. */
export interface CommandOption {
  /** What stands for the value in the help, '' for a switch. */
  readonly value: string;
  readonly help: string;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** One line of what it does. */
  readonly summary: string;
  /** The arguments before the options, as the help shows them. */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Does it; throws PersonError with one sentence where it cannot. */
  run(given: Given): Promise<void>;
}

/** The options in the form that node:util parses. */
export function parseable({ options }: Command): NonNullable<ParseArgsConfig['options']> {
  const entries = Object.entries(options).map(([name, { value }]) => [
    name,
    { type: value ? 'string' : 'boolean' },
  ]);
  return Object.fromEntries(entries) as NonNullable<ParseArgsConfig['options']>;
}
