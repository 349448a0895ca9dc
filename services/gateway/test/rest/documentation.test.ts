import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { operateRoutes } from '../../src/transports/rest/routes/operate.ts';
import { orderRoutes } from '../../src/transports/rest/routes/orders.ts';
import { runRoutes } from '../../src/transports/rest/routes/runs.ts';

const page = await readFile(new URL('../../../../docs/rest.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(POST|PUT|PATCH) (\S+)` \| `(\{.*\})` \|$/gm)].map(([, method, path, body]) => ({
  route: `${method} ${path}`,
  body: JSON.parse(body ?? '') as unknown,
}));

const routes = [...orderRoutes, ...runRoutes, ...operateRoutes];
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;

test('the page of REST shows a body that each command takes', () => {
  const wrong = rows.filter(({ route, body }) => {
    const { body: expected } = routes.find((each) => nameOf(each) === route) ?? {};
    return expected?.shape.safeParse(body).success !== true;
  });

  expect(wrong).toEqual([]);
});

test('the REST page shows every command with an existing id', () => {
  const commands = routes.filter(({ method, path, body }) => body && method !== 'get' && path.includes('{'));

  const shown = rows.map(({ route }) => route);

  expect(commands.map(nameOf).filter((route) => !shown.includes(route))).toEqual([]);
});
