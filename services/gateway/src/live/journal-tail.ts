import type { Entry } from './source.ts';

const maxEntries = 500;

/** The newest entries of a journal; older ones are in the order book. */
export class JournalTail<E extends Entry> {
  readonly #entries: E[] = [];

  /** The number of the newest entry, 0 before there is one. */
  get lastSeq(): number {
    return this.#entries.at(-1)?.seq ?? 0;
  }

  /** The entries after `seq`; undefined if some of them are no longer kept. */
  after(seq: number): E[] | undefined {
    const [first] = this.#entries;
    if (!first) return [];
    return first.seq > seq + 1 ? undefined : this.#entries.slice(seq + 1 - first.seq);
  }

  /** Adds those that are new. */
  add(entries: readonly E[]): void {
    const last = this.lastSeq;
    this.#entries.push(...entries.filter(({ seq }) => seq > last));
    this.#entries.splice(0, this.#entries.length - maxEntries);
  }
}
