import { readdirSync, readFileSync } from 'node:fs';
import { withChanges } from './changelog.ts';
import { printedSchema } from './schema-text.ts';

const folder = new URL('../../released/', import.meta.url);

/** The version of the typed client, which is that of the API. */
export const changelog = new URL('../../../../clients/typed/CHANGELOG.md', import.meta.url);

/** The schema of the last release, which clients rely on. */
export function lastReleased(): { since: string; before: string } {
  const newest = readdirSync(folder)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  if (!newest) throw new Error('No schema was released');
  return { since: newest.replace('.graphql', ''), before: readFileSync(new URL(newest, folder), 'utf8') };
}

export const changelogNow = () =>
  withChanges(readFileSync(changelog, 'utf8'), { ...lastReleased(), after: printedSchema() });
