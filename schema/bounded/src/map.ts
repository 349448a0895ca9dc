/** There is no room for one more: whoever wants it comes again later. */
export class Full extends Error {
  override readonly name = 'Full';
}

/**
 * What is there until it is taken away again: things in use, which cannot be forgotten like those of a cache. One more
 * than it may hold is refused with `Full`.
 */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #what: string;
  readonly #most: number;

  /** `what` names the entries for whoever is refused. */
  constructor(what: string, most: number) {
    this.#what = what;
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** The entry, which is made when it is not there yet and there is room for it. */
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
