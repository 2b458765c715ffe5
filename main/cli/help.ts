import type { Command } from './command';
import { PersonError } from '../process/errors';

/** What Sightline's command line offers. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'Shows what a medical-imaging CNN looked at, and whether that was the lesion or an artefact.',
    '',
    'Usage: sightline <command> …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'sightline help <command> shows its options; sightline --version shows the version.',
    'Exit code: 0, or 2 with one sentence on the standard error.',
  ].join('\n');
}

/** What one command takes. */
export function manual({ name, usage, summary, options }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { value, help }]) => [`--${option} ${value}`.trimEnd(), help] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length)) + 2;
  return [
    `sightline ${name} ${usage} [options]: ${summary}`,
    '',
    ...rows.map(([option, help]) => `  ${option.padEnd(width)}${help}`),
  ].join('\n');
}

/** The command of a name. */
export function commandNamed(commands: readonly Command[], name: string): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const names = commands.map((each) => each.name).join(', ');
  throw new PersonError(`There is no command "${name}"; choose one of ${names}, or help.`);
}
