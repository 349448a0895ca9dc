import { BoundedCache } from '@waybill/bounded';
import type { Quota } from '../../ports/quota.ts';

/** The size of a burst, in seconds of the average rate. */
const burstSeconds = 10;
const owners = { entries: 20_000, bytes: 8 * 1024 * 1024, sizeOf: () => 50 };

type Balance = { left: number; at: number };

/** A token bucket per user: `perSecond` on average, `burst` after a pause. */
export function createQuota(perSecond: number, now: () => Date, burst = perSecond * burstSeconds): Quota {
  const balances = new BoundedCache<Balance>(owners);
  return {
    burst,
    perSecond,
    charge(owner, cost) {
      const at = now().getTime();
      const balance = balances.get(owner) ?? { left: burst, at };
      const left = Math.min(burst, balance.left + ((at - balance.at) / 1_000) * perSecond);
      const enough = left >= cost;
      balances.set(owner, { left: enough ? left - cost : left, at });
      return enough ? undefined : Math.max(1, Math.ceil((cost - left) / perSecond));
    },
  };
}
