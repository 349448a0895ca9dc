import { readFile } from 'node:fs/promises';
import { orderSteps } from '@waybill/contracts/domain';
import { settingsTable } from '@waybill/stack/settings-table';
import { expect, test } from 'vitest';

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

test('README shows the example of the typed client verbatim, as the tests run it', async () => {
  const example = await read('clients/typed/examples/watch-an-order.ts');

  const readme = await read('README.md');

  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\`\n`);
});

test('the page of settings lists every setting of the processes', async () => {
  const page = await read('docs/settings.md');

  expect(page).toContain(`<!-- settings -->\n${settingsTable()}<!-- /settings -->\n`);
});

test('the picture in README shows every step of an order', async () => {
  const picture = await read('docs/sample-order.svg');

  const missing = orderSteps.filter((step) => !picture.includes(step.toLowerCase().replaceAll('_', ' ')));

  expect(missing).toEqual([]);
});
