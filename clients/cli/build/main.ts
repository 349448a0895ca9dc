import { built } from './package.ts';

await built(new URL('../dist/', import.meta.url));
