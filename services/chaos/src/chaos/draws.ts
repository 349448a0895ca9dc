import type { Database, Query } from '@waybill/platform';
import { sql } from 'drizzle-orm';
import { draw } from './draw.ts';
import type { Operation, Outcome } from './plan.ts';
import { plans } from './profiles.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { calls, draws, pins, settings } from './tables.ts';

export type Drawn = { outcome: Outcome; attempt: number; seed: string };

/** Stores settings, pins and draws, so that they survive a restart and are shared by all processes. */
export function createLedger({ db, query, transaction }: Pick<Database, 'db' | 'query' | 'transaction'>) {
  const current = createSettingsReader(db);
  return {
    settings: () => current(),
    change: async ({ profile, seed, plan }: Settings): Promise<void> => {
      const kept = profile === 'custom' ? plan : null;
      await db.update(settings).set({ revision: sql`${settings.revision} + 1`, profile, seed, plan: kept });
    },
    /** Counts the call, and draws its outcome. */
    draw: async (orderId: string, operation: Operation): Promise<Drawn> => {
      const { seq, attempt, revision, pinned } = await counted(query, orderId, operation);
      const { seed, plan } = await current(revision);
      const outcome = pinned ?? draw(plan[operation], { seed, orderId, operation, attempt });
      if (pinned || outcome !== 'success') await query(noteDrawn, [seq, outcome, pinned ? 'pin' : 'plan']);
      return { outcome, attempt, seed };
    },
    /** How many calls had which outcome. */
    counts: () =>
      db
        .select({ operation: draws.operation, outcome: draws.outcome, calls: sql<number>`count(*)::int` })
        .from(draws)
        .groupBy(draws.operation, draws.outcome)
        .orderBy(draws.operation, draws.outcome),
    forget: () =>
      transaction(async (tx) => {
        const { profile, seed } = defaultSettings;
        await tx.update(settings).set({ revision: sql`${settings.revision} + 1`, profile, seed, plan: null });
        for (const table of [calls, pins, draws]) await tx.delete(table);
      }),
  };
}

export type Ledger = ReturnType<typeof createLedger>;

/** Reads the settings, unless the cached ones have this revision. */
function createSettingsReader(db: Database['db']) {
  let known: { revision: number; settings: Settings } | undefined;
  return async (revision?: number): Promise<Settings> => {
    if (known && known.revision === revision) return known.settings;
    const [row] = await db.select().from(settings);
    if (!row) return defaultSettings;
    const { profile, seed, plan } = row;
    known = { revision: row.revision, settings: { profile, seed, plan: plan ?? planOf(profile) } };
    return known.settings;
  };
}

const planOf = (profile: Settings['profile']) => (profile === 'custom' ? plans.calm : plans[profile]);

type Counted = { seq: number; attempt: number; revision: number; pinned: Outcome | null };

/**
 * One statement for everything that a call needs: its number, its log entry, its pin, and the revision of the settings.
 */
const countCall = `
  with counted as (
    insert into chaos.calls (order_id, operation, attempts) values ($1, $2, 1)
    on conflict (order_id, operation) do update set attempts = calls.attempts + 1 returning attempts
  ), line as (
    insert into chaos.draws (order_id, operation, attempt) select $1, $2, attempts from counted returning seq
  )
  select line.seq::float8 as seq, counted.attempts as attempt, settings.revision, (
    select outcomes ->> (counted.attempts - after_attempt - 1) from chaos.pins where order_id = $1 and operation = $2
  ) as pinned
  from counted, line, chaos.settings`;

const noteDrawn = 'update chaos.draws set outcome = $2, source = $3 where seq = $1';

async function counted(query: Query, orderId: string, operation: Operation): Promise<Counted> {
  const [row] = await query<Counted>(countCall, [orderId, operation]);
  if (!row) throw new Error('The settings row of the chaos service is missing');
  return row;
}
