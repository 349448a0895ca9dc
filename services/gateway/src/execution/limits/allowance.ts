import { BoundedCache } from '@waybill/bounded';

/** So many seconds' worth may be spent at once. */
const burstSeconds = 10;
const spenders = { entries: 20_000, bytes: 8 * 1024 * 1024, sizeOf: () => 50 };

type Purse = { left: number; at: number };

/** What each spender may spend: so much a second in the long run, more at once after a pause. */
export function allowanceOf(perSecond: number, now: () => Date, burst = perSecond * burstSeconds) {
  const purses = new BoundedCache<Purse>(spenders);
  return {
    /** The most that may be spent at once. */
    burst,
    /** Spends it and answers undefined; or spends nothing and answers after how many seconds it could. */
    spend(spender: string, cost: number): number | undefined {
      const at = now().getTime();
      const purse = purses.get(spender) ?? { left: burst, at };
      const left = Math.min(burst, purse.left + ((at - purse.at) / 1_000) * perSecond);
      const enough = left >= cost;
      purses.set(spender, { left: enough ? left - cost : left, at });
      return enough ? undefined : Math.max(1, Math.ceil((cost - left) / perSecond));
    },
  };
}

export type Allowance = ReturnType<typeof allowanceOf>;
