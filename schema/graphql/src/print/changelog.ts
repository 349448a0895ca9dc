import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const levels = [
  [CriticalityLevel.Breaking, 'Breaking'],
  [CriticalityLevel.Dangerous, 'Dangerous'],
  [CriticalityLevel.NonBreaking, 'Additive'],
] as const;

/** The changes of the API between two schemas, sorted by their meaning for clients. */
export async function changesBetween(before: string, after: string): Promise<string> {
  const all = await diff(buildSchema(before), buildSchema(after));
  const made = new Set(all.filter(({ type }) => type === ChangeType.TypeAdded).map(({ path }) => path));
  const changes = all.filter(
    ({ type, path }) => !isWording(type) && (type === ChangeType.TypeAdded || !made.has(typeOf(path))),
  );
  return levels
    .map(([level, title]) => {
      const lines = changes.filter((change) => change.criticality.level === level);
      return `### ${title}\n\n${lines.map(({ message }) => `- ${message}\n`).join('') || 'None.\n'}`;
    })
    .join('\n');
}

const typeOf = (path = '') => path.split('.')[0];
const isWording = (type: string) => type.includes('DESCRIPTION');

/** Regenerates the newest section of the changelog; the sections of releases are kept. */
export async function withChanges(changelog: string, { before, after, since }: Schemas): Promise<string> {
  const [head = '', rest = ''] = changelog.split(/^## Unreleased.*$/m);
  const releases = /^## (?!Unreleased).*/ms.exec(rest)?.[0] ?? '';
  return `${head}## Unreleased, since ${since}\n\n${await changesBetween(before, after)}\n${releases}`;
}

type Schemas = { before: string; after: string; since: string };
