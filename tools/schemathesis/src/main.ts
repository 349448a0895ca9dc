import { parseArgs } from 'node:util';
import { install } from './python.ts';
import { askEverySurface, program } from './schemathesis.ts';

// node --import tsx tools/schemathesis/src/main.ts [--seed N]

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });

const why = await install(program);
if (why) console.log(`skipped: ${program.name} (${why})`);
else {
  await askEverySurface(Number(values.seed), console.log).catch((error: Error) => {
    console.error(`failed: ${program.name} (${error.message})`);
    process.exitCode = 1;
  });
}
