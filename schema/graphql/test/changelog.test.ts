import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unacknowledged } from '../src/print/breaking-changes.ts';
import { changesBetween, withChanges } from '../src/print/changelog.ts';
import { changelog, changelogNow, lastReleased } from '../src/print/last-release.ts';
import { printedSchema } from '../src/print/schema-text.ts';

const before = 'type Query { orders(first: Int): String, note: String } enum Status { OPEN } ';
const after =
  'type Query { orders(first: Int = 20): String, """Any.""" viewer: Viewer } type Viewer { id: ID } enum Status { OPEN CLOSED }';

test('each change is marked as additive, dangerous or breaking; descriptions are no changes, and an added type is one', async () => {
  const changes = await changesBetween(before, after);

  expect(changes).toBe(`### Breaking

- Field 'note' was removed from object type 'Query'

### Dangerous

- Default value '20' was added to argument 'first' on field 'Query.orders'
- Enum value 'CLOSED' was added to enum 'Status'

### Additive

- Type 'Viewer' was added
- Field 'viewer' was added to object type 'Query'
`);
});

test('the sections of releases are unchanged', async () => {
  const made = await withChanges('# Changes\n\n## Unreleased\n\nold\n\n## 1.0.0\n\nFirst.\n', {
    before,
    after: before,
    since: '1.0.0',
  });

  expect(made).toBe(
    '# Changes\n\n## Unreleased, since 1.0.0\n\n### Breaking\n\nNone.\n\n### Dangerous\n\nNone.\n\n### Additive\n\nNone.\n\n## 1.0.0\n\nFirst.\n',
  );
});

test('the changelog names every change since the last release', async () => {
  expect(readFileSync(changelog, 'utf8')).toBe(await changelogNow());
});

test('nothing breaks a client that was written against the last release', () => {
  const acknowledged = readFileSync(new URL('../breaking-changes.md', import.meta.url), 'utf8');

  expect(unacknowledged(lastReleased().before, printedSchema(), acknowledged)).toEqual([]);
});
