import { expect, test } from 'vitest';
import { createShippingUseCases } from '../../src/shipping/application/index.ts';
import type { Shipment } from '../../src/shipping/domain/shipment.ts';
import type { Shipments } from '../../src/shipping/domain/shipments.ts';
import { address, mugs } from '../an-order.ts';

const now = new Date('2026-01-01T00:00:10.000Z');

test('a label has numbers of its own and the requested address, and is ready after the time that a label takes', async () => {
  const kept: Shipment[] = [];
  const shipping = createShippingUseCases(carrierOf(kept));
  await shipping.prepare({ orderId: 'ORD-1', lines: mugs(1) });

  const record = await shipping.createLabel({ orderId: 'ORD-1', address });

  const label = kept.at(-1)?.label;
  expect(label).toEqual({
    labelId: 'lbl-0000000000000002',
    trackingNumber: 'TRK00000000000000',
    carrier: 'Swift Parcel',
    address,
    startedAt: now,
    readyAt: new Date('2026-01-01T00:00:15.000Z'),
    voidedAt: null,
  });
  expect(record).toMatchObject({ status: 'LABELED', labelId: label?.labelId, trackingNumber: label?.trackingNumber });
});

/** A carrier that keeps shipments in memory, and whose ids are numbers of 16 digits. */
function carrierOf(kept: Shipment[]) {
  const shipments: Shipments = {
    find: async () => kept.at(-1),
    keep: (shipment) => void kept.push(shipment),
    statistics: async () => ({}),
  };
  let ids = 0;
  return {
    shipments,
    labelTimeMs: 5_000,
    now: () => now,
    until: async () => undefined,
    newId: () => `${++ids}`.padStart(16, '0'),
  };
}
