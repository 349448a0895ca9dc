import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dockerRuns, removeAll, running, stateOf } from './containers/docker.ts';
import { allowances } from './containers/hardening.ts';
import { clientAt, down, endOf, gatewaysOf, place, placeWaiting, printedToken, up, urlOf } from './containers/stack.ts';
import { notRefused } from './verdict.ts';

const hasDocker = dockerRuns();
if (!hasDocker) console.log('No container is started: no Docker daemon answers here.');

/** Enough for a machine that has much else to do. */
const patience = 600_000;
const two = ['gateway-dev', 'worker-orders', 'worker-shipping'].flatMap((name) => ['--scale', `${name}=2`]);

describe.skipIf(!hasDocker)('docker-compose.yml, run by Docker', { timeout: patience }, () => {
  beforeAll(() => {
    removeAll();
    up('dev', ...two);
  }, patience);
  afterAll(removeAll, patience);

  test('the sample order ships, with a token that the service of tokens printed', async () => {
    const client = clientAt(urlOf(gatewaysOf('dev')[0]), printedToken('customer'));

    expect(await endOf(client, await place(client))).toBe('SHIPPED');
    client.close();
  });

  test('no container is run by root, has a capability or may gain one, or can write to its own file system', () => {
    expect(running('dev').flatMap(allowances)).toEqual([]);
  });

  test('an order goes on through the other gateway while one that was killed comes back', async () => {
    const [killed, other] = gatewaysOf('dev');
    const token = printedToken('operator');
    const before = clientAt(urlOf(killed), token);
    const client = clientAt(urlOf(other), token);
    const id = await placeWaiting(before);

    process.kill(killed?.State.Pid ?? 0, 'SIGKILL');
    notRefused(await client.orders.approve(id));

    expect(await endOf(client, id)).toBe('SHIPPED');
    await expect
      .poll(() => stateOf(killed?.Id ?? ''), { timeout: patience })
      .toEqual({ health: 'healthy', restarts: 1 });
    before.close();
    client.close();
  });

  test('each process ends by itself when it is stopped, and what was stopped and removed goes on with the next start', async () => {
    const operator = () => clientAt(urlOf(gatewaysOf('dev')[0]), printedToken('operator'));
    const before = operator();
    const [shipped, waiting] = [await place(before), await placeWaiting(before)];
    await endOf(before, shipped);
    before.close();

    const killed = down('dev');
    up('dev');
    const after = operator();
    notRefused(await after.orders.approve(waiting));

    expect(killed).toEqual([]);
    expect(await after.orders.get(shipped)).toMatchObject({ status: 'SHIPPED' });
    expect(await endOf(after, waiting)).toBe('SHIPPED');
    after.close();
  });
});
