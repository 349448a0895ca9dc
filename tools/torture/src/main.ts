import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { withOwnEngine } from '@waybill/stack';
import { run, tally } from './campaign.ts';

const { values } = parseArgs({ options: { faults: { type: 'string', default: '30' }, seed: { type: 'string' } } });
const faults = count('faults', values.faults);
const seed = count('seed', values.seed ?? `${Date.now() % 1_000_000}`);

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});
console.log(`Torture with ${faults} faults; repeat it with --seed ${seed}`);
const stateDir = await mkdtemp(join(tmpdir(), 'waybill-torture-'));
const { orders, runs, byStatus, invariants } = await run({
  faults,
  seed,
  stateDir,
  env: withOwnEngine(process.env),
  say: (line) => console.log(`  ${line}`),
});

console.log(
  `\n${orders.length} orders: ${Object.entries(byStatus)
    .map(([status, many]) => `${many} ${status}`)
    .join(', ')}\n`,
);
const answers = [
  ...orders.flatMap(({ byHand }) => (byHand ? [`${byHand.action} ${byHand.answer}`] : [])),
  ...runs.flatMap((one) => one.answers.map(({ command, answer }) => `${command} ${answer}`)),
];
console.log(
  `Said by hand: ${Object.entries(tally(answers))
    .map(([answer, many]) => `${many} ${answer}`)
    .join(', ')}\n`,
);
for (const { name, violations } of invariants) {
  console.log(
    `  ${violations.length === 0 ? '✓' : '✗'} ${name}${violations.length > 0 ? `: ${violations.length}` : ''}`,
  );
  for (const violation of violations.slice(0, 10)) console.log(`      ${violation}`);
}
const broken = invariants.reduce((sum, { violations }) => sum + violations.length, 0);
console.log(
  `\nTorture: ${orders.length} orders, ${runs.length} runs, ${faults} faults, seed ${seed}: ${broken} violations`,
);
if (broken === 0) await rm(stateDir, { recursive: true, force: true });
else console.log(`What was left is in ${stateDir}`);
process.exit(broken === 0 ? 0 : 1);

function count(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`--${name} must be a whole number, and is "${text}"`);
  process.exit(2);
}
