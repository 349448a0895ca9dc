import { RunId } from '@waybill/contracts';
import { actionsOfRun, type RunAction, type RunKind } from '@waybill/contracts/domain';
import type { Context, Viewer } from '../builder/builder.ts';
import { forbidden, noSuchRun } from '../builder/request-errors.ts';
import { isStaff } from '../builder/scopes.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { RunNotFound } from './errors.ts';
import type { RunSnapshot, SnapshotOf } from './port.ts';

// Another customer's run is treated as one that does not exist. Every access to a run by id goes through here.

type Seen = RunSnapshot | undefined;

export const couldBeRun = (id: string): boolean => RunId.safeParse(id).success;

const ifVisible = (run: Seen, viewer: Viewer): Seen => (isStaff(viewer) || run?.about === viewer.id ? run : undefined);

export const findVisibleRun = async (id: string, context: Context): Promise<Seen> =>
  couldBeRun(id) ? ifVisible(await context.runs.find(id), viewerOf(context)) : undefined;

export async function findManyVisibleRuns(ids: readonly string[], context: Context): Promise<Map<string, RunSnapshot>> {
  const candidates = [...new Set(ids.filter(couldBeRun))];
  const found = candidates.length > 0 ? await context.runs.findMany(candidates) : [];
  const visible = candidates.flatMap((id, at): [string, RunSnapshot][] => {
    const run = ifVisible(found[at], viewerOf(context));
    return run ? [[id, run]] : [];
  });
  return new Map(visible);
}

/** Customers act on their own runs, managers on those that they started, operators on all. */
const mayAct = ({ about, startedBy }: RunSnapshot, { id, role }: Viewer): boolean =>
  role === 'OPERATOR' || startedBy === id || (role === 'CUSTOMER' && about === id);

/** The run of a command. */
export async function requireActing(id: string, context: Context): Promise<RunSnapshot> {
  const run = await findVisibleRun(id, context);
  if (!run) throw new RunNotFound(id);
  const viewer = viewerOf(context);
  if (!mayAct(run, viewer)) throw forbidden(viewer, { needs: 'OPERATOR' });
  return run;
}

export function requireKind<Kind extends RunKind>(run: RunSnapshot, kind: Kind): SnapshotOf<Kind> {
  if (run.kind !== kind) throw new RunNotFound(run.runId);
  return run as SnapshotOf<Kind>;
}

/** Subscribes viewers who may see the run; for all others the subscription fails before it starts. */
export async function subscribeVisibleRun<T>(id: string, context: Context, follow: () => AsyncIterable<T>) {
  if (!(await findVisibleRun(id, context))) throw noSuchRun(id);
  return follow();
}

/** The actions that the run accepts now from this viewer. */
export const availableRunActions = (run: RunSnapshot, viewer: Viewer): RunAction[] =>
  actionsOfRun(run).filter((action) => (action === 'REFUND' ? isStaff(viewer) : mayAct(run, viewer)));
