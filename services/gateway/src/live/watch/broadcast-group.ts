import { isNewer } from '../newer-snapshot.ts';
import type { Entry, Snapshot } from '../source.ts';
import type { Watch } from './watch.ts';

/** Receives the states of an order or a run. Sending never waits: a slow subscriber is skipped, and sent the latest once it drains. */
export type Subscriber = {
  send: (bytes: Buffer) => void;
  isSlow: () => boolean;
  onDrain: (then: () => void) => void;
  /** Nothing follows; `failure` is set when the watch failed. */
  end: (failure: unknown) => void;
};

/** Renders a snapshot with the selection of its subscribers: once per snapshot. */
export type Render<S> = (snapshot: S) => Promise<Buffer>;

type Subscription<S> = {
  subscriber: Subscriber;
  /** The last version of the watch that was sent. */
  sentVersion: number;
  /** The snapshot that was sent before the watch had its first. */
  known: S | undefined;
  isDraining: boolean;
};

type Update<S> = { version: number; latest: S; bytes: Buffer };

/**
 * The subscribers of one watch with the same selection and the same rights. Each change is rendered once and sent to
 * all of them; a slow subscriber skips changes, but always gets the latest.
 */
export class BroadcastGroup<S extends Snapshot> {
  /** The number of subscribers. */
  size = 0;
  readonly #subscriptions = new Set<Subscription<S>>();
  readonly #watch: Watch<S, Entry>;
  readonly #render: Render<S>;
  readonly #unsubscribe: () => void;
  #isSending = false;

  constructor(watch: Watch<S, Entry>, render: Render<S>) {
    this.#watch = watch;
    this.#render = render;
    // A state takes longer to render than the journal's entries that came with it, which would wait behind it.
    this.#unsubscribe = watch.notifier.subscribe(() => void setImmediate(() => void this.#sendToAll()));
  }

  /** Sends `known` first. Returns an unsubscribe function. */
  subscribe(subscriber: Subscriber, known: S): () => void {
    const subscription: Subscription<S> = { subscriber, sentVersion: 0, known, isDraining: false };
    let isSubscribed = true;
    this.size++;
    const begin = async () => {
      const bytes = await this.#render(known);
      if (!isSubscribed) return;
      subscriber.send(bytes);
      this.#subscriptions.add(subscription);
      await this.#catchUp(subscription);
    };
    begin().catch((error: unknown) => subscriber.end(error));
    return () => {
      if (!isSubscribed) return;
      isSubscribed = false;
      this.size--;
      this.#subscriptions.delete(subscription);
    };
  }

  close(): void {
    this.#unsubscribe();
  }

  /** One round at a time, so that no snapshot is sent after a newer one. */
  async #sendToAll(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let sent = -1; sent < this.#watch.version && this.#watch.latest; ) {
        const { version, latest } = this.#watch;
        const update = { version, latest, bytes: await this.#render(latest) };
        for (const subscription of this.#subscriptions) this.#send(subscription, update);
        sent = version;
      }
    } catch (error) {
      for (const subscription of this.#subscriptions) this.#end(subscription, error);
    } finally {
      this.#isSending = false;
    }
    if (!this.#watch.ended) return;
    for (const subscription of this.#subscriptions) {
      if (!subscription.isDraining) this.#end(subscription, this.#watch.failure);
    }
  }

  /** The same for one subscriber that is new or was slow. */
  async #catchUp(subscription: Subscription<S>): Promise<void> {
    while (subscription.sentVersion < this.#watch.version && this.#watch.latest && !subscription.isDraining) {
      const { version, latest } = this.#watch;
      this.#send(subscription, { version, latest, bytes: await this.#render(latest) });
    }
    if (this.#watch.ended && !subscription.isDraining) this.#end(subscription, this.#watch.failure);
  }

  #send(subscription: Subscription<S>, { version, latest, bytes }: Update<S>): void {
    if (subscription.sentVersion >= version || subscription.isDraining) return;
    if (subscription.known && !isNewer(subscription.known, latest)) {
      subscription.sentVersion = version;
      return;
    }
    subscription.known = undefined;
    if (subscription.subscriber.isSlow()) {
      this.#sendOnDrain(subscription);
      return;
    }
    subscription.sentVersion = version;
    subscription.subscriber.send(bytes);
  }

  #sendOnDrain(subscription: Subscription<S>): void {
    subscription.isDraining = true;
    subscription.subscriber.onDrain(() => {
      subscription.isDraining = false;
      this.#catchUp(subscription).catch((error: unknown) => this.#end(subscription, error));
    });
  }

  #end(subscription: Subscription<S>, failure: unknown): void {
    if (this.#subscriptions.delete(subscription)) subscription.subscriber.end(failure);
  }
}
