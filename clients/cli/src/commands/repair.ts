import { setTimeout as pause } from 'node:timers/promises';
import { orThrow } from '@waybill/client';
import type { Context } from '../context.ts';

const againMs = 1_000;

/** Has undone what the providers keep for nobody, and waits until that is so; tells on stderr of each, once for each status. */
export async function repairAudit({ client, note, signal }: Context): Promise<void> {
  const told = new Set<string>();
  for (;;) {
    const effects = await repaired({ client, signal });
    for (const { orderId, status } of effects) {
      const line = `${orderId}: ${status}`;
      if (!told.has(line)) note(line);
      told.add(line);
    }
    if (!effects.some(({ status }) => status === 'UNDOING')) return;
    await pause(againMs, undefined, { signal });
  }
}

/** What is kept for nobody, in all pages. */
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
