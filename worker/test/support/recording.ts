import { mkdir, readFile, writeFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { shipment } from '@waybill/contracts/domain';
import type { TestRun } from './test-run.ts';
import type { TestShop } from './test-shop.ts';

const { History } = proto.temporal.api.history.v1;

/** Where recorded histories are kept, and replayed from. */
export const histories = new URL('../histories/', import.meta.url);

/**
 * With WAYBILL_RECORD=1 the histories of what a scenario ran are kept for the replay test, the parent's and the child's,
 * under the name that the scenario has.
 */
export async function record({ name }: { name: string }, shops: readonly TestShop[]): Promise<void> {
  if (process.env.WAYBILL_RECORD !== '1') return;
  await mkdir(histories, { recursive: true });
  const slug = slugOf(name);
  for (const shop of shops) {
    await keep(slug, await shop.historyOf(shop.handle.workflowId));
    await keep(`${slug}.shipment`, await shop.historyOf(shipment.idFor(shop.placed.orderId)));
  }
}

type Told = { name: string; suite?: { name: string } | undefined };

/** The same of runs, under the names that the scenario and its suite have. */
export async function recordRuns({ name, suite }: Told, runs: readonly TestRun[]): Promise<void> {
  if (process.env.WAYBILL_RECORD !== '1') return;
  await mkdir(histories, { recursive: true });
  const slug = slugOf(`${suite?.name ?? ''} ${name}`);
  for (const run of runs) {
    await keep(`run.${slug}`, await run.handle.fetchHistory());
    await keep(`recovery.${slug}`, await run.recoveryHandle.fetchHistory().catch(() => undefined));
    for (const id of new Set(run.refunded)) {
      const refund = run.refundHandle(id).fetchHistory();
      await keep(`refund.${slug}.${slugOf(id)}`, await refund.catch(() => undefined));
    }
  }
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

async function keep(slug: string, history: Parameters<typeof History.fromObject>[0] | undefined): Promise<void> {
  if (!history) return;
  const text = JSON.stringify(History.fromObject(history), withoutStacks);
  await writeFile(new URL(`${slug}.json`, histories), `${text}\n`);
}

/** A stack says where the code lies on the machine that ran it. */
const withoutStacks = (key: string, value: unknown) => (key === 'stackTrace' ? '' : value);

export const historyIn = async (file: string) =>
  History.fromObject(JSON.parse(await readFile(new URL(file, histories), 'utf8')));
