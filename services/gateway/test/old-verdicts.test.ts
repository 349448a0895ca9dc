import { verdictsKept } from '@waybill/contracts/domain';
import { EngineUnavailable, NotAnswering } from '@waybill/orders-client';
import { expect, test } from 'vitest';
import { createVerdicts } from '../src/ports/verdicts.ts';

const order = { verdicts: [], closedAt: null, commands: { taken: verdictsKept + 1 } };

test('an older verdict is unknown while no worker answers: the command may be sent, since none is decided twice', async () => {
  const verdicts = verdictsWhere(new NotAnswering('No worker has answered'));

  await expect(verdicts.find('c-1', order as never)).resolves.toBeUndefined();
});

test('an older verdict is unavailable while the engine is: the command could not be sent either', async () => {
  const verdicts = verdictsWhere(new EngineUnavailable('No connection'));

  await expect(verdicts.find('c-1', order as never)).rejects.toBeInstanceOf(EngineUnavailable);
});

function verdictsWhere(fault: Error) {
  const inWorkflow = () => Promise.reject(fault);
  const options = { source: { idOf: () => 'ORD-1', noun: 'order' }, verdictTimeoutMs: 1_000, inWorkflow };
  return createVerdicts({ ...options, watches: {}, inBook: async () => [] } as never);
}
