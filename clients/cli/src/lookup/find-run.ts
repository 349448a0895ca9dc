import type { RunDetailsFragment, Waybill } from '@waybill/client';
import { notFound } from '../problems/problems.ts';

export async function findRun(client: Waybill, id: string, signal: AbortSignal): Promise<RunDetailsFragment> {
  const run = await client.runs.get(id, { signal });
  if (!run) throw notFound('RUN_NOT_FOUND', `There is no run ${id}`);
  return run;
}
