import { type Proof, vitest, without } from './proof.ts';

export const proofs: readonly Proof[] = [
  {
    name: 'schedules',
    shows: 'nothing is lost, doubled or half undone in thousands of simulated schedules',
    needs: [],
    command: vitest('units', ...['simulation', 'refunds', 'standing-order'].map((of) => `worker/test/${of}.test.ts`)),
    env: { WAYBILL_SIMULATED_SCHEDULES: '2000', WAYBILL_REFUND_SCHEDULES: '150', WAYBILL_STANDING_SCHEDULES: '30' },
  },
  {
    name: 'campaigns',
    shows: 'no order and no run is lost, doubled or stuck, whichever step meets a fault, a reset, a silent database',
    needs: [],
    command: [...vitest('campaigns'), ...without('worker/test/model.scenario.ts', 'test/connections.test.ts')],
  },
  {
    name: 'cuts',
    shows: 'an order is told once, in order and to its end, whoever cuts the connection, how and when',
    needs: [],
    command: vitest('campaigns', 'test/cuts.scenario.ts'),
    env: { WAYBILL_PROVE: 'on' },
  },
  {
    name: 'standing',
    shows: 'a standing order of a minute places ten thousand orders, none twice, in histories that stay short',
    needs: [],
    command: [...vitest('units', 'worker/test/standing-order.test.ts'), '-t', 'periods each place one order'],
    env: { WAYBILL_STANDING_PERIODS: '10000' },
  },
  {
    name: 'model',
    shows: 'a real engine, whose workers come and go, agrees with the model of an order',
    needs: [],
    command: vitest('campaigns', 'worker/test/model.scenario.ts'),
    env: { WAYBILL_MODEL_SCHEDULES: '50' },
  },
  {
    name: 'deaths',
    shows:
      'an order ships once and is charged once, whichever process is killed during whichever step, or all are stopped',
    needs: [],
    command: vitest('proofs', 'test/e2e'),
  },
  {
    name: 'command-line',
    shows:
      'across ten kills of the gateway the command line misses and repeats nothing, and what it starts in the background it stops',
    needs: [],
    command: vitest('proofs', 'test/command-line'),
  },
  {
    name: 'packages',
    shows:
      'the packed client and command line are installed and run by a stranger, the client in Node 20, 22 and 24, and its types stand alone in TypeScript 5 and 6',
    needs: [],
    command: vitest('proofs', 'clients/typed/test/package.proof.ts', 'test/cli-package.proof.ts'),
  },
  {
    name: 'recipes',
    shows: 'documents of a stranger get their types in TypeScript by the client preset, and in Kotlin by Apollo',
    needs: ['java', 'maven'],
    command: vitest('proofs', 'clients/typed/test/recipes.proof.ts'),
  },
  {
    name: 'torture',
    shows: 'a torture campaign finds the double charges of a provider that forgets',
    needs: [],
    command: vitest('proofs', 'tools/torture'),
  },
  {
    name: 'engine',
    shows: 'an engine that is killed in the midst of its work loses no workflow whose start it acknowledged',
    needs: [],
    command: vitest('proofs', 'test/engine-kill'),
  },
  {
    name: 'providers',
    shows: 'the providers keep their rules in long random stories and storms, and are killed again and again',
    needs: [],
    command: vitest(
      'units',
      ...['model.property', 'repeatable', 'killed'].map((of) => `services/chaos/test/${of}.test.ts`),
    ),
    env: { WAYBILL_PROVE: 'on' },
  },
  {
    name: 'inputs',
    shows: 'no input that is too long or too deep reaches a port, whatever it is made of, in any operation',
    needs: [],
    command: vitest('units', 'services/gateway/test/input.test.ts'),
    env: { WAYBILL_PROVE: 'on' },
  },
  {
    name: 'connections',
    shows: 'five thousand hostile connections end no service and keep nothing of it',
    needs: [],
    command: vitest('campaigns', 'test/connections.test.ts'),
    env: { WAYBILL_HOSTILE_CONNECTIONS: '1700' },
  },
  {
    name: 'seats',
    shows: 'whoever opens and leaves thousands of connections never has more than allowed, and keeps nothing',
    needs: [],
    command: vitest('own process', 'test/seats.test.ts'),
    env: { WAYBILL_HOSTILE_CONNECTIONS: '1700' },
  },
  {
    name: 'memory',
    shows: 'a hundred thousand distinct hostile requests leave the memory of the gateway as it was',
    needs: [],
    command: vitest('own process', 'services/gateway/test/memory.test.ts'),
    env: { WAYBILL_HOSTILE_REQUESTS: '100000' },
  },
  {
    name: 'endings',
    shows: 'however and whenever the supervisor ends, no process of the stack is left',
    needs: [],
    command: vitest('campaigns', 'tools/stack/test/endings.test.ts'),
    env: { WAYBILL_PROVE: 'on' },
  },
  {
    name: 'browser',
    shows: "GraphiQL's examples and the client's pages, with the packages of its README, work in a real browser",
    needs: ['chromium'],
    command: vitest(
      'proofs',
      'services/gateway/test/graphiql.browser.proof.ts',
      'test/client-examples.browser.proof.ts',
    ),
  },
  {
    name: 'dashboard',
    shows: 'people do their work in the dashboard of a whole system, in a real browser',
    needs: ['chromium'],
    command: vitest('proofs', 'test/dashboard'),
  },
  {
    name: 'http',
    shows: 'the collections of requests in docs/http are answered as they say, sent by httpYac to the whole system',
    needs: [],
    command: vitest('proofs', 'test/collections.proof.ts'),
  },
  {
    name: 'schemathesis',
    shows: 'every broken request to a REST surface is answered 4xx',
    needs: ['python'],
    command: ['npm', 'run', '--silent', 'schemathesis'],
  },
];
