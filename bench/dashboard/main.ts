import { fileURLToPath } from 'node:url';
import { bundleSizes } from '../../clients/web/test/support/bundle-sizes.ts';
import { buildDashboard } from '../../tools/stack/src/start/dashboard.ts';
import { comparePages } from './pages.ts';

const built = fileURLToPath(new URL('../../clients/web/dist', import.meta.url));
await buildDashboard({ say: console.error, signal: AbortSignal.timeout(240_000) });

const { scripts, styles, pages } = await bundleSizes(built);
console.log(`before the first page: ${scripts} bytes of script, ${styles} of style, gzip`);
console.log(`each of ${pages.length} pages more: at most ${Math.max(...pages)} bytes of script, gzip`);
await comparePages(built);
process.exit(0);
