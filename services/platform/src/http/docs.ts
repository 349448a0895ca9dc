import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { router } from './service-app.ts';

const assets = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
};

const page = (title: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
<div id="docs"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#docs' });</script>
</html>
`;

/** Serves the OpenAPI 3.1 document of the app's routes, and Swagger UI without access to the internet. */
export function serveDocs(
  app: ReturnType<typeof router>,
  info: { title: string; version: string; description: string },
  under = '',
) {
  app.doc31(`${under}/openapi.json`, { openapi: '3.1.0', info });
  app.get(`${under}/docs`, (c) => c.html(page(info.title)));
  for (const [asset, type] of Object.entries(assets)) {
    app.get(`${under}/docs/${asset}`, async (c) => {
      const file = createRequire(import.meta.url).resolve(`swagger-ui-dist/${asset}`);
      return c.body(await readFile(file, 'utf8'), 200, { 'content-type': type, 'cache-control': 'max-age=86400' });
    });
  }
  return app;
}
