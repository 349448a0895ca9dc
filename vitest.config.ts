import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One graphql-js: Vite would load the .mjs build while node_modules load the .js one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: [
      '{schema,clients,services,tools}/*/test/**/*.{test,scenario}.ts',
      'worker/test/**/*.{test,scenario}.ts',
      'test/**/*.test.ts',
    ],
  },
});
