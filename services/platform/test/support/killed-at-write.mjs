// Opens the database of a folder, writes to it, and dies right after its nth change of a file: node killed-at-write.mjs FOLDER N
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { PGlite } from '@electric-sql/pglite';

const [, , dataDir, nth] = process.argv;
const changes = ['writeFileSync', 'writeSync', 'ftruncateSync', 'renameSync', 'unlinkSync', 'chmodSync'];
let changed = 0;
for (const name of changes) {
  const change = fs[name];
  fs[name] = (...given) => {
    const result = change(...given);
    changed += 1;
    if (changed === Number(nth)) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}
syncBuiltinESMExports();

const engine = await PGlite.create(dataDir);
await engine.exec('insert into kept values (2)');
process.exit(0);
