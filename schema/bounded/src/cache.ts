import { LRUCache } from 'lru-cache';

export type CacheBounds<Value> = {
  entries: number;
  /** The limit for keys and values together. */
  bytes: number;
  /** The approximate size of a value in memory, in bytes. */
  sizeOf: (value: Value) => number;
  /** Entries expire after this time; without it they are kept as long as there is room. */
  ttlMs?: number;
};

/** What an entry costs besides its key and value. */
const entryBytes = 100;
/** V8 keeps a string in one or two bytes a character. */
const bytesOf = (key: string): number => 2 * key.length;

/** A least-recently-used cache. An entry that is larger than the whole cache is not kept. */
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
