import { child } from '../gateway/child.ts';
import { sizeArgument } from '../gateway/figures.ts';
import { openCollector } from './collector.ts';
import { pairsOr, type Run, tell } from './ratios.ts';
import { share } from './share.ts';

const orders = sizeArgument(40);
const collector = await openCollector();
const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.base, OTEL_TRACES_SAMPLER_ARG: `${share}` };

/** A system of its own; measures its CPU an order, in milliseconds. */
const systemWith = (given: { metrics?: boolean; settings?: object }) => async (): Promise<Run> => {
  const system = await child('../observability/system-process.ts', given);
  const measure = () => system.ask<number>('cpuOf', orders);
  await measure();
  return { measure, end: async () => undefined };
};

const kept = (start: () => Promise<Run>) => {
  const started = start();
  return () => started;
};

const what = 'CPU an order of all processes but the engine';
await tell(
  { what, unit: 'ms', pairs: pairsOr(3), rounds: 6 },
  kept(systemWith({})),
  kept(systemWith({ metrics: true, settings: tracing })),
  kept(systemWith({})),
);
console.log(`${collector.exports()} exports of spans`);
process.exit(0);
