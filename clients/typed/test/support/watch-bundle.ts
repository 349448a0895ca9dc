import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The client and one watch, bundled for a browser. */
export const bundledWatch = () =>
  build({
    stdin: {
      contents: `
        import { connect } from '${source}/index.ts';
        for await (const order of connect({ url: '/graphql', token: 't' }).orders.watch('ORD-1')) console.log(order);
      `,
      loader: 'ts',
      resolveDir: source,
    },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
  });
