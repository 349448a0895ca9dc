import type { Attributes, Happening } from '../history/history.ts';
import { asPayload, contentOf } from '../history/payloads.ts';

const markerName = 'core_patch';

/** The patch that an event marks. */
export function patchIn({ type, attributes }: Happening): string | undefined {
  if (type !== 'markerRecorded') return undefined;
  const marker = attributes as Attributes['markerRecorded'];
  return marker.markerName === markerName ? contentOf<{ id: string }>(marker.details['patch-data']).id : undefined;
}

/** The patches that a workflow has. */
export class Patches {
  readonly #ids = new Set<string>();

  /** What is written for a patch, once: its marker, and a search attribute with all that the workflow has. */
  mark(id: string): Happening[] {
    if (this.#ids.has(id)) return [];
    this.#ids.add(id);
    return marksOf(id, [...this.#ids]);
  }
}

function marksOf(id: string, all: readonly string[]): Happening[] {
  const details = { 'patch-data': { payloads: [asPayload({ id, deprecated: false })] } };
  const indexedFields = { TemporalChangeVersion: asPayload(all.toSorted()) };
  return [
    { type: 'markerRecorded', attributes: { markerName, details } },
    { type: 'upsertWorkflowSearchAttributes', attributes: { searchAttributes: { indexedFields } } },
  ];
}
