import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generated, target } from '../codegen/generate.ts';

test('the generated operations are those of the printed schema: `npm run generate -w @waybill/client` writes them', async () => {
  const committed = await readFile(target, 'utf8');

  const fresh = await generated();

  expect(committed === fresh).toBe(true);
});
