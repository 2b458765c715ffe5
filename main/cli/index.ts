import { run } from './run';

const streams = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
};

void run(process.argv.slice(2), streams).then((code) => {
  process.exitCode = code;
});
