import { writeFileSync } from 'node:fs';
import { changelog, changelogNow } from './last-release.ts';

// Writes the newest section of the client's changelog, from the schema of the last release and the schema.

writeFileSync(changelog, await changelogNow());
