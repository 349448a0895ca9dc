import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pageRoutes } from '../services/gateway/src/transports/http/dashboard/pages.ts';

test('the gateway serves the dashboard at every route that the dashboard has, and at no other', async () => {
  const routes = await readFile(new URL('../clients/web/src/routes.tsx', import.meta.url), 'utf8');

  const paths = [...routes.matchAll(/^\s*path: '([^']+)'/gm)].map(([, path = '']) => path.replaceAll('$', ':'));

  expect(paths.toSorted()).toEqual([...pageRoutes].toSorted());
});
