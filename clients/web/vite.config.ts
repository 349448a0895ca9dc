import { defineConfig } from 'vite';
import { compress } from './build/compress.ts';

const gateway = process.env.WAYBILL_URL ?? 'http://127.0.0.1:4000';

export default defineConfig(({ command }) => {
  // Regardless of NODE_ENV: React's development build is three times as large, and slow.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    build: {
      target: 'es2022',
      cssTarget: ['chrome125', 'firefox128', 'safari18'], // they have light-dark()
      assetsInlineLimit: 0, // a strict policy allows no data: address
      modulePreload: { polyfill: false }, // it would be an inline script
      manifest: true,
      rolldownOptions: { onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log) },
    },
    plugins: [compress()],
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    server: { proxy: { '/graphql': { target: gateway, ws: true }, '/dev': gateway, '/dashboard.json': gateway } },
  };
});
