import { writeFileSync } from 'node:fs';
import { printed } from './printed.ts';

writeFileSync(new URL('../schema.graphql', import.meta.url), printed());
