import { expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import { hangs, works } from './support/script.ts';

const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };
const patient = { PREPARE_PACKAGE: { attempts: 2, firstRetryMs: 10, timeoutMs: 30_000 } };

scenario('a change has the time of its arrival in the book, whichever worker writes it', async ({ shop, workers }) => {
  const store = shop({ patience: patient });
  store.script.scripts('prepare', hangs, works);
  await store.places();
  await store.untilCalled('prepare');

  await store.tells('changeAddress', { address: secondStreet });
  const { verdicts } = await store.until(({ verdicts: [first] }) => first !== undefined);
  await workers.workersLeave();
  await workers.workersCome();
  await store.ends();

  const changed = store.book.journal.find(({ type }) => type === 'ADDRESS_UPDATED');
  expect(changed?.at).toBe(verdicts[0]?.at);
});
