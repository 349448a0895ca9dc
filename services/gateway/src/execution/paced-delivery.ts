import type { Delivery } from './result-stream.ts';

/** So many results are charged together: sending one costs less than charging it. */
const resultsPerCharge = 10;

/** Charges a cost; returns the seconds to wait if the quota is used up. */
type Charge = (cost: number) => number | undefined;

/**
 * Charges the results that are sent to a subscriber, one point each. While the quota of its user is used up, the subscriber
 * counts as slow: it gets the latest state later, or reads the feed later, and other users do not pay for it.
 */
export function pace(delivery: Delivery, charge: Charge): void {
  const { send, isSlow, onDrain } = delivery;
  let uncharged = 0;
  let waitSeconds = 0;

  delivery.send = (bytes) => {
    uncharged += 1;
    if (uncharged === resultsPerCharge) {
      uncharged = 0;
      waitSeconds = charge(resultsPerCharge) ?? 0;
    }
    send(bytes);
  };
  delivery.isSlow = () => waitSeconds > 0 || isSlow();
  delivery.onDrain = (then) => {
    if (waitSeconds === 0) return onDrain(then);
    const paid = () => {
      waitSeconds = 0;
      if (isSlow()) onDrain(then);
      else then();
    };
    setTimeout(paid, waitSeconds * 1_000).unref();
  };
}
