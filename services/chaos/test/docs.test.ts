import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorldOfProviders, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorldOfProviders();
}, 60_000);
afterAll(() => world.stop());

test.each(['/docs', '/api/docs'])(
  'the documentation of the providers is at %s, and loads nothing from elsewhere',
  async (path) => {
    const page = await fetch(`${world.url}${path}`);

    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('Waybill providers')]);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  },
);
