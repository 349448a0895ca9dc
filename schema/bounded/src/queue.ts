export type QueueBounds<Item> = { entries: number; bytes: number; sizeOf: (item: Item) => number };

/** A queue of the newest items: when it is full, the oldest is dropped. */
export class BoundedQueue<Item> {
  readonly #items: { item: Item; bytes: number }[] = [];
  readonly #bounds: QueueBounds<Item>;
  #bytes = 0;

  constructor(bounds: QueueBounds<Item>) {
    this.#bounds = bounds;
  }

  push(item: Item): void {
    const bytes = this.#bounds.sizeOf(item);
    this.#items.push({ item, bytes });
    this.#bytes += bytes;
    while (this.#items.length > this.#bounds.entries || this.#bytes > this.#bounds.bytes) {
      this.#bytes -= this.#items.shift()?.bytes ?? 0;
    }
  }

  find(is: (item: Item) => boolean): Item | undefined {
    return this.#items.find(({ item }) => is(item))?.item;
  }

  clear(): void {
    this.#items.length = 0;
    this.#bytes = 0;
  }

  get entries(): number {
    return this.#items.length;
  }

  get bytes(): number {
    return this.#bytes;
  }
}
