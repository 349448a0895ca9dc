import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpointsOf, type OpenApi } from './support/openapi.ts';
import { rawRequest } from './support/raw-request.ts';
import { allServices, type Services } from './support/services.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const ofEveryService = ['/health', '/ready', '/health/x', '/nowhere', '/', '//'];
const ofRest = ['/openapi.json', '/docs', '/docs/', '/docs/json', '/docs/swagger-ui.css', '/docs/swagger-ui.css/x'];

let services: Services;
beforeAll(async () => {
  services = await allServices({ allowedHosts: new Set() });
}, 60_000);
afterAll(() => services.stop());

describe.each(['chaos', 'order book', 'gateway'] as const)('the %s', (service) => {
  /** Paths of all its endpoints, each parameter filled in. */
  async function pathsOfEndpoints(): Promise<string[]> {
    const under = service === 'gateway' ? '/api' : '';
    const document = (await (await fetch(`${services.urls[service]}${under}/openapi.json`)).json()) as OpenApi;
    const own = service === 'gateway' ? ['/graphql', '/dev/tokens'] : [];
    return [
      ...own,
      ...ofRest.map((path) => `${under}${path}`),
      ...endpointsOf(document).map(({ path }) => path.replace(/\{\w+\}/g, 'x')),
    ];
  }

  test('refuses every unsupported method of a path, and names the supported ones', async () => {
    const paths = [...new Set([...ofEveryService, ...(await pathsOfEndpoints())])];

    const replies = (
      await Promise.all(paths.map((path) => Promise.all(methods.map((method) => ask(method, path)))))
    ).flat();

    const refused = replies.filter(({ status }) => status === 405);
    const taken = replies.filter((reply) => !refused.includes(reply));
    const takes = (path: string, method: string) => taken.some((one) => one.path === path && one.method === method);
    const isUnknown = (path: string) =>
      taken.filter((one) => one.path === path && one.status === 404).length === methods.length;
    const misnamed = refused.filter(
      ({ path, allow }) => !allow.some(Boolean) || !allow.every((method) => takes(path, method)),
    );
    expect(misnamed.map(({ method, path, allow }) => `${method} ${path}: ${allow}`)).toEqual([]);
    expect(paths.filter((path) => takes(path, 'PROPFIND') && !isUnknown(path))).toEqual([]);
    expect(paths.filter((path) => !isUnknown(path)).length).toBeGreaterThan(2);
  });

  const ask = async (method: string, path: string) => ({
    method,
    path,
    ...(await rawRequest(services.urls[service], [
      ...[`${method} ${path} HTTP/1.1`, 'Host: localhost', 'Content-Length: 0', 'Connection: close'],
    ])),
  });
});
