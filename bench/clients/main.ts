import { gzipSync } from 'node:zlib';
import { bundledWatch } from '../../clients/typed/test/support/watch-bundle.ts';
import { compareCommands } from './commands.ts';
import { compareDoors } from './doors.ts';

const { outputFiles } = await bundledWatch();
console.log(`connect and one watch in a browser: ${gzipSync(outputFiles[0]?.contents ?? '').length} bytes of gzip`);
await compareCommands();
await compareDoors();
process.exit(0);
