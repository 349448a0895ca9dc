import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { containers, docker, dockerRuns, removeAll, running, secrets } from './containers/docker.ts';
import { allowances } from './containers/hardening.ts';
import { clientAt, endOf, gatewaysOf, place, signedToken, up, urlOf } from './containers/stack.ts';

const patience = 600_000;

describe.skipIf(!dockerRuns())('the profile production, run by Docker', { timeout: patience }, () => {
  let gateway: string;
  beforeAll(() => {
    removeAll();
    up('production');
    gateway = urlOf(gatewaysOf('production')[0]);
  }, patience);
  afterAll(removeAll, patience);

  /** The status that a neighbour's door answers a gateway with, which says this token or none. */
  const statusFor = (url: string, token?: string) =>
    docker(
      ...['exec', gatewaysOf('production')[0]?.Id ?? '', 'node', '--eval'],
      `const { status } = await fetch(${JSON.stringify(url)}, { headers: ${JSON.stringify(token ? { authorization: `Bearer ${token}` } : {})} });
       console.log(status);`,
    );

  test('ships an order of someone who signs a token with the secret', async () => {
    const client = clientAt(gateway, await signedToken());

    expect(await endOf(client, await place(client))).toBe('SHIPPED');
    client.close();
  });

  test('has neither GraphiQL nor introspection nor tokens for developers', async () => {
    const page = await fetch(`${gateway}/graphql`, { headers: { accept: 'text/html' } });
    const tokens = await fetch(`${gateway}/dev/tokens`);
    const schema = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await signedToken()}` },
      body: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
    });

    expect(await page.text()).not.toContain('GraphiQL');
    expect(tokens.status).toBe(404);
    expect(await schema.json()).not.toHaveProperty('data.__schema');
    expect(containers('production').map(({ Name }) => Name)).not.toContainEqual(expect.stringContaining('tokens'));
  });

  test('fails no order on demand', async () => {
    const client = clientAt(gateway, await signedToken());

    const answer = await client.chaos.set({ profile: 'STORM', seed: 'monday' });
    client.close();

    expect(answer).toMatchObject({ message: 'Fault injection is not enabled' });
  });

  test.each(['http://order-book:3002/order-counts', 'http://chaos:3001/audit'])(
    '%s demands the service token',
    (url) => {
      expect(statusFor(url)).toBe('401');
      expect(statusFor(url, secrets.WAYBILL_SERVICE_TOKEN)).toBe('200');
    },
  );

  test('publishes gateways, the engine and its UI on loopback, and nothing else', () => {
    const published = running('production').flatMap(({ Config, NetworkSettings }) =>
      Object.entries(NetworkSettings.Ports).flatMap(([port, at]) =>
        (at ?? []).map(({ HostIp }) => `${Config.Labels['com.docker.compose.service']} ${port} ${HostIp}`),
      ),
    );

    expect(published.toSorted()).toEqual([
      'gateway 4000/tcp 127.0.0.1',
      'temporal 7233/tcp 127.0.0.1',
      'temporal-ui 8080/tcp 127.0.0.1',
    ]);
  });

  test('is as hardened as the profile dev', () => {
    expect(running('production').flatMap(allowances)).toEqual([]);
  });
});
