import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { boards, printed } from './index.ts';

const folder = fileURLToPath(new URL('../../../../deploy/grafana/', import.meta.url));
for (const board of boards) writeFileSync(`${folder}${board.uid}.json`, printed(board));
