/** There is no room for another entry; the caller may try again later. */
export class Full extends Error {
  override readonly name = 'Full';
}

/**
 * A map of things in use. Unlike the entries of a cache they cannot be evicted: an entry beyond the limit is refused
 * with `Full`.
 */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #what: string;
  readonly #most: number;

  /** `what` names the entries in the error message. */
  constructor(what: string, most: number) {
    this.#what = what;
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Returns the entry; creates it first if it is missing and there is room for it. */
  getOrMake(key: Key, make: () => Value): Value {
    const found = this.#entries.get(key);
    if (found !== undefined) return found;
    if (this.#entries.size >= this.#most) throw new Full(`There are ${this.#most} ${this.#what} already`);
    const made = make();
    this.#entries.set(key, made);
    return made;
  }

  delete(key: Key): boolean {
    return this.#entries.delete(key);
  }

  values(): IterableIterator<Value> {
    return this.#entries.values();
  }

  get entries(): number {
    return this.#entries.size;
  }
}
