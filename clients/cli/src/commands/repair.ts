import { setTimeout as pause } from 'node:timers/promises';
import { orThrow } from '@waybill/client';
import type { Context } from '../command/context.ts';

const againMs = 1_000;

/**
 * Repairs what the providers hold for unknown orders and waits for the result; reports each change of status on stderr.
 */
export async function repairAudit({ client, note, signal }: Context): Promise<void> {
  const shown = new Set<string>();
  for (;;) {
    const effects = await repaired({ client, signal });
    for (const { orderId, status } of effects) {
      const line = `${orderId}: ${status}`;
      if (!shown.has(line)) note(line);
      shown.add(line);
    }
    if (!effects.some(({ status }) => status === 'UNDOING')) return;
    await pause(againMs, undefined, { signal });
  }
}

/** Everything that the providers hold for unknown orders, from all pages. */
async function repaired({ client, signal }: Pick<Context, 'client' | 'signal'>) {
  const { repairAudit: repair } = await client();
  const found: { orderId: string; status: string }[] = [];
  let after: string | null = null;
  do {
    const { repair: page }: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(repair, after, signal);
    found.push(...page.effects);
    after = page.nextCursor;
  } while (after !== null);
  return found;
}

type Repair = Awaited<ReturnType<Context['client']>>['repairAudit'];

const pageAfter = async (repair: Repair, after: string | null, signal: AbortSignal) =>
  orThrow(await repair(after, { signal }));
