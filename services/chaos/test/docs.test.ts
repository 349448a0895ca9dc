import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestProviders, type TestProviders } from './test-providers.ts';

let testProviders: TestProviders;
beforeAll(async () => {
  testProviders = await openTestProviders();
}, 60_000);
afterAll(() => testProviders.stop());

test.each(['/docs', '/api/docs'])(
  'the documentation of the providers is at %s, and loads nothing from elsewhere',
  async (path) => {
    const page = await fetch(`${testProviders.url}${path}`);

    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('Waybill providers')]);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  },
);
