import { type Child, child } from '../gateway/child.ts';
import { pairsAsked, sizeAsked } from '../gateway/figures.ts';
import { openCollector } from './collector.ts';
import { queriesOf } from './gateway.ts';
import { intervalOfMedian, type Measure, ratiosOf } from './ratios.ts';

const pairs = process.argv[2] ? pairsAsked() : 20;
const share = 0.01;
const collector = await openCollector();

/** Comparing two equal systems shows the resolution of the measurement. */
async function tell(what: string, off: Measure, on: Measure, alike: Measure): Promise<void> {
  const found = { [`on, ${share * 100} % sampled`]: on, 'off, once more': alike };
  for (const [name, measure] of Object.entries(found)) {
    const ratios = await ratiosOf(pairs, measure, off);
    const { median, from, to } = intervalOfMedian(ratios);
    console.log(`${what}, ${name}: ${median} of off, 95 % from ${from} to ${to} (${pairs} pairs)`);
  }
}

const observed = { url: collector.url, share };
const gateways = await Promise.all([queriesOf({}), queriesOf({ observed }), queriesOf({})]);
await tell('CPU a query of the gateway', ...gateways);

const orders = sizeAsked(150);
const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.base, OTEL_TRACES_SAMPLER_ARG: `${share}` };
const systems: Child[] = [];
for (const settings of [{}, tracing, {}])
  systems.push(
    await child('../observability/system-process.ts', { settings: { NODE_ENV: 'development', ...settings } }),
  );
const [off, on, alike] = systems.map((system) => () => system.ask<number>('cpuOf', orders));
for (const warm of [off, on, alike]) await warm?.();
if (off && on && alike) await tell('CPU an order of all processes but the engine', off, on, alike);
console.log(`${collector.exports()} exports of spans`);
process.exit(0);
