import { openTerminal } from '@waybill/terminal';
import { aScreen } from '@waybill/terminal/testing';
import { expect, test } from 'vitest';
import type { Sighting } from '../src/sample/gateway.ts';
import { showSampleOrder } from '../src/sample/sample.ts';

test('in a terminal, the picture of the order is replaced at every change', async () => {
  const screen = aScreen({ isTTY: true });

  await showSampleOrder(anOrderThat(screen, [running('CREATE_LABEL', 40), shipped()]));

  expect(screen.visible()).toEqual([
    '',
    'Sample order ORD-1, 59.80 USD',
    '',
    '  ✓ create label                 4.0 s',
    '  – await approval',
    '',
    '  ████████████████████████████████ 100 %  SHIPPED',
    '',
    'Sample order ORD-1: SHIPPED in 0.0 s, Parcel Post TRK-1',
  ]);
});

test('in a file, every step is a line, and so is every tenth of a slow one', async () => {
  const screen = aScreen({ isTTY: false });

  await showSampleOrder(
    anOrderThat(screen, [
      running('CREATE_LABEL', null),
      running('CREATE_LABEL', 41),
      running('CREATE_LABEL', 44),
      shipped(),
    ]),
  );

  expect(screen.visible()).toEqual([
    '',
    'Sample order ORD-1, 59.80 USD',
    '',
    '  ▸ create label         41 %    2.0 s      60 %',
    '  ✓ create label                 4.0 s     100 %',
    '',
    'Sample order ORD-1: SHIPPED in 0.0 s, Parcel Post TRK-1',
  ]);
});

test('an order that does not ship is shown with its reason', async () => {
  const screen = aScreen({ isTTY: false });
  const declined = { ...shipped(), status: 'FAILED', failure: { code: 'PAYMENT_DECLINED', message: 'no funds' } };

  await showSampleOrder(anOrderThat(screen, [declined]));

  expect(screen.visible().at(-1)).toBe('Sample order ORD-1: FAILED after 0.0 s: no funds');
});

const noon = Date.parse('2030-01-01T12:00:00Z');
const after = (seconds: number) => new Date(noon + seconds * 1_000).toISOString();

const step = { percent: null, startedAt: null, finishedAt: null, error: null };

const running = (name: string, percent: number | null): Sighting => ({
  status: 'PROCESSING',
  progress: 60,
  steps: [{ ...step, name, status: 'RUNNING', percent, startedAt: after(-2) }],
  shipment: null,
  failure: null,
});

const shipped = (): Sighting => ({
  status: 'SHIPPED',
  progress: 100,
  steps: [
    { ...step, name: 'CREATE_LABEL', status: 'COMPLETED', startedAt: after(-4), finishedAt: after(0) },
    { ...step, name: 'AWAIT_APPROVAL', status: 'SKIPPED' },
  ],
  shipment: { trackingNumber: 'TRK-1', carrier: 'Parcel Post' },
  failure: null,
});

const anOrderThat = (screen: ReturnType<typeof aScreen>, sightings: Sighting[]) => ({
  terminal: openTerminal(screen, { NO_COLOR: '1' }),
  signal: new AbortController().signal,
  now: () => noon,
  gateway: {
    firstProduct: async () => 'MUG',
    place: async () => ({ id: 'ORD-1', total: { amount: '59.80', currencyCode: 'USD' } }),
    async *watch() {
      yield* sightings;
    },
  },
});
