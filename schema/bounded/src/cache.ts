import { LRUCache } from 'lru-cache';

export type CacheBounds<Value> = {
  entries: number;
  /** Of keys and values together. */
  bytes: number;
  /** About how many bytes a value keeps in memory. */
  sizeOf: (value: Value) => number;
  /** After this time an entry is gone; without it, entries are kept as long as there is room. */
  ttlMs?: number;
};

/** What an entry costs besides its key and value. */
const entryBytes = 100;
/** V8 keeps a string in one or two bytes a character. */
const bytesOf = (key: string): number => 2 * key.length;

/** Remembers what was used last. An entry that is larger than the whole cache is not kept. */
export class BoundedCache<Value extends object | string | number> {
  readonly #entries: LRUCache<string, Value>;

  constructor({ entries, bytes, sizeOf, ttlMs }: CacheBounds<Value>) {
    this.#entries = new LRUCache<string, Value>({
      max: entries,
      maxSize: bytes,
      sizeCalculation: (value, key) => entryBytes + bytesOf(key) + Math.ceil(sizeOf(value)),
      ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    });
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: Value): void {
    this.#entries.set(key, value);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  get entries(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#entries.calculatedSize;
  }
}
