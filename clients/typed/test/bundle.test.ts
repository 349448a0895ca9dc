import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

test('connect and one watch are 15 kB in a browser, with nothing of graphql', async () => {
  const { outputFiles, metafile } = await bundled(`
    import { connect } from '${source}/index.ts';
    for await (const order of connect({ url: '/graphql', token: 't' }).orders.watch('ORD-1')) console.log(order);
  `);

  expect(gzipSync(outputFiles[0]?.contents ?? '').length).toBeLessThanOrEqual(15_000);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/graphql/'))).toEqual([]);
});

const bundled = (contents: string) =>
  build({
    stdin: { contents, loader: 'ts', resolveDir: source },
    ...{ bundle: true, minify: true, write: false, metafile: true },
    ...{ format: 'esm', platform: 'browser', target: 'es2022' },
  });
