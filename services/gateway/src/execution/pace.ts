/** So many results are charged together: sending one costs less than charging it. */
const resultsPerCharge = 10;

/** Charges a cost; returns the seconds to wait if the quota is used up. */
type Charge = (cost: number) => number | undefined;

/**
 * Charges the results that a connection is sent to the quota of its user, one point each. While that is used up, its
 * subscribers count as slow: they get the latest state later, or read the feed later, and other users do not pay for it. There is
 * one for all subscriptions of a connection, because each of thousands must take little memory.
 */
export class Pace {
  /** Set when the first subscription begins: until then nothing is charged. */
  charge: Charge | undefined;
  #uncharged = 0;
  #waitSeconds = 0;

  get isExceeded(): boolean {
    return this.#waitSeconds > 0;
  }

  /** Counts a result that was sent. */
  sent(): void {
    this.#uncharged += 1;
    if (this.#uncharged < resultsPerCharge) return;
    this.#uncharged = 0;
    this.#waitSeconds = this.charge?.(resultsPerCharge) ?? 0;
  }

  /** Calls back when the quota may have been refilled. */
  onRefill(then: () => void): void {
    const refilled = () => {
      this.#waitSeconds = 0;
      then();
    };
    setTimeout(refilled, this.#waitSeconds * 1_000).unref();
  }
}
