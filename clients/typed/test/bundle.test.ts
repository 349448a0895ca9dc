import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundledWatch } from './support/watch-bundle.ts';

test('connect and one watch are 15 kB in a browser, without the graphql package', async () => {
  const { outputFiles, metafile } = await bundledWatch();

  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(15_000);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/graphql/'))).toEqual([]);
});
