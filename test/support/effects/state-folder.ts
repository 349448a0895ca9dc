import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the stacks of these tests. */
export const stateDir = mkdtempSync(join(tmpdir(), 'waybill-effects-'));
