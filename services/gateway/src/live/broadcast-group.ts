import type { OrderSnapshot } from '@waybill/graphql';
import { isNews } from './snapshot.ts';
import type { Watch } from './watch.ts';

/** One who is told. Sending never waits: who is slow says so, and is told the latest when there is room again. */
export type Member = {
  send: (bytes: Buffer) => void;
  isSlow: () => boolean;
  whenFree: (then: () => void) => void;
  /** There is nothing more to tell; with what went wrong, where something did. */
  end: (failure: unknown) => void;
};

/** What a member reads of a snapshot: the same bytes for the same snapshot, made once. */
export type Render = (snapshot: OrderSnapshot) => Promise<Buffer>;

type Seat = {
  member: Member;
  /** The version of the watch that was told last. */
  told: number;
  /** What was told before the watch had anything to say. */
  known: OrderSnapshot | undefined;
  waiting: boolean;
};

type News = { version: number; latest: OrderSnapshot; bytes: Buffer };

/**
 * All who follow one order by the same selection and with the same rights. Each change is rendered once and sent to
 * everyone; whoever is slow misses what is in between, and never the latest.
 */
export class Fan {
  /** How many have joined and not left. */
  members = 0;
  readonly #seats = new Set<Seat>();
  readonly #watch: Watch;
  readonly #render: Render;
  readonly #silence: () => void;
  #telling = false;

  constructor(watch: Watch, render: Render) {
    this.#watch = watch;
    this.#render = render;
    this.#silence = watch.bell.listen(() => void this.#tellAll());
  }

  /** Tells `known` first. The function that it answers with leaves. */
  join(member: Member, known: OrderSnapshot): () => void {
    const seat: Seat = { member, told: 0, known, waiting: false };
    let left = false;
    this.members++;
    const begin = async () => {
      const bytes = await this.#render(known);
      if (left) return;
      member.send(bytes);
      this.#seats.add(seat);
      await this.#catchUp(seat);
    };
    begin().catch((error: unknown) => member.end(error));
    return () => {
      if (left) return;
      left = true;
      this.members--;
      this.#seats.delete(seat);
    };
  }

  close(): void {
    this.#silence();
  }

  /** One round at a time, so that no snapshot is sent to many after a newer one. */
  async #tellAll(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let told = -1; told < this.#watch.version && this.#watch.latest; ) {
        const { version, latest } = this.#watch;
        const news = { version, latest, bytes: await this.#render(latest) };
        for (const seat of this.#seats) this.#tell(seat, news);
        told = version;
      }
    } catch (error) {
      for (const seat of this.#seats) this.#end(seat, error);
    } finally {
      this.#telling = false;
    }
    if (this.#watch.ended) for (const seat of this.#seats) if (!seat.waiting) this.#end(seat, this.#watch.failure);
  }

  /** The same for one, who has just come or was slow. */
  async #catchUp(seat: Seat): Promise<void> {
    while (seat.told < this.#watch.version && this.#watch.latest && !seat.waiting) {
      const { version, latest } = this.#watch;
      this.#tell(seat, { version, latest, bytes: await this.#render(latest) });
    }
    if (this.#watch.ended && !seat.waiting) this.#end(seat, this.#watch.failure);
  }

  #tell(seat: Seat, { version, latest, bytes }: News): void {
    if (seat.told >= version || seat.waiting) return;
    if (seat.known && !isNews(seat.known, latest)) {
      seat.told = version;
      return;
    }
    seat.known = undefined;
    if (seat.member.isSlow()) {
      this.#tellLater(seat);
      return;
    }
    seat.told = version;
    seat.member.send(bytes);
  }

  #tellLater(seat: Seat): void {
    seat.waiting = true;
    seat.member.whenFree(() => {
      seat.waiting = false;
      this.#catchUp(seat).catch((error: unknown) => this.#end(seat, error));
    });
  }

  #end(seat: Seat, failure: unknown): void {
    if (this.#seats.delete(seat)) seat.member.end(failure);
  }
}
