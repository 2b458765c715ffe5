import { auditBench } from './audit';
import type { Bench } from './bench';
import { explainBench } from './explain/index';
import { parityBench } from './parity/index';
import { readerBench } from './reader/index';
import { uiBench } from './ui';

const benches: readonly Bench[] = [explainBench, parityBench, auditBench, uiBench, readerBench];

async function main([name, ...options]: readonly string[]): Promise<void> {
  const bench = benches.find((one) => one.name === name);
  if (!bench) {
    const list = benches.map((one) => `  ${one.name.padEnd(10)}${one.what}`).join('\n');
    process.stderr.write(`Name one of these: npm run bench -- NAME\n${list}\n`);
    process.exitCode = 2;
    return;
  }
  const found = await bench.run(options);
  process.stdout.write(`${typeof found === 'string' ? found : JSON.stringify(found, null, 2)}\n`);
}

void main(process.argv.slice(2));
