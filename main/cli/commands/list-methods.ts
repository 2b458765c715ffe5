import { methods } from '../../explain';
import type { Command } from '../command';
import { toJson } from '../write-file';

/** Every method with its parameters. */
export const listMethods: Command = {
  name: 'methods',
  summary: 'list the methods that explain: their families, what they cost and their parameters',
  usage: '',
  options: { json: { value: '', help: 'everything that is known, as JSON' } },
  run(given) {
    const plain = methods.map((method) =>
      Object.fromEntries(Object.entries(method).filter(([, value]) => typeof value !== 'function')),
    );
    given.say(given.options['json'] === true ? toJson(plain).trimEnd() : listing());
    return Promise.resolve();
  },
};

const listing = (): string =>
  methods
    .flatMap(({ id, name, family, costs, parameters }) => [
      `${id}  ${name} (${family}): ${costs}`,
      ...parameters.map((each) => `    ${each.id} (${each.default}): ${each.help}`),
    ])
    .join('\n');
