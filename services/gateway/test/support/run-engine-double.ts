import { EventEmitter, on } from 'node:events';
import type { CommandEnvelope, RunCommandName, RunState, RunVerdict, StartedRun } from '@waybill/contracts/domain';
import type { GatewayOptions } from '@waybill/gateway';
import { NotRunning } from '@waybill/orders-client';
import type { Called } from './engine-double.ts';

type Runs = GatewayOptions['runs'];

/** A double of the engine: its runs are those that a test puts into `running`. It accepts every command. */
export function createRunEngineDouble(called: Called) {
  const running = new Map<string, RunState>();
  const news = new EventEmitter().setMaxListeners(0);
  const stateOf = (id: string): RunState => {
    const state = running.get(id);
    if (!state) throw new NotRunning(`There is no workflow for ${id}`);
    return state;
  };
  const happen = (id: string, changes: Partial<RunState> = {}) => {
    const state = stateOf(id);
    running.set(id, { ...state, revision: state.revision + 1, ...changes } as RunState);
    news.emit(id);
  };
  const runs: Runs = {
    ...createReads(called, stateOf),
    ...createCommands(called, stateOf, happen),
    ...createFollow(called, stateOf, news),
    start: async (asked) => {
      called('runs.start');
      const started = { ...asked, runId: asked.runId ?? 'RUN-NEW', fingerprint: '' } as StartedRun;
      return { id: started.runId, started };
    },
  };
  return {
    runs,
    running,
    /** Notifies of a change of the run. */
    happen,
  };
}

type StateOf = (id: string) => RunState;

const createReads = (called: Called, stateOf: StateOf) =>
  ({
    read: async (id) => {
      called('runs.read');
      return { run: stateOf(id), journal: [] };
    },
    running: async () => {
      called('runs.running');
      return null;
    },
    verdict: async () => null,
    taskFailing: async () => false,
    isRunning: async () => false,
    history: async (runId) => ({ executionId: runId, events: [], hasMore: false }),
  }) satisfies Partial<Runs>;

function createCommands(called: Called, stateOf: StateOf, happen: (id: string, changes: Partial<RunState>) => void) {
  const begun = new Set<string>();
  const take = (id: string, command: RunCommandName, { commandId, fingerprint, actor }: CommandEnvelope) => {
    called(`runs.${command}`);
    const verdict: RunVerdict = {
      commandId,
      command,
      fingerprint,
      actor,
      at: '2026-01-01T00:00:01.000Z',
      refusal: null,
      message: null,
    };
    happen(id, { verdicts: [...stateOf(id).verdicts, verdict] });
  };
  return {
    command: async (id, name, content) => take(id, name, content),
    refund: async ({ runId, ...envelope }) => {
      begun.add(`${runId} ${envelope.commandId}`);
      take(runId, 'refund', envelope);
      return { refusal: null, error: null, fingerprint: envelope.fingerprint };
    },
    hasBegunRefund: async (runId, commandId) => begun.has(`${runId} ${commandId}`),
    tellRefund: async () => true,
  } satisfies Partial<Runs>;
}

/** Yields the state at once and after each change, until the run is closed. */
function createFollow(called: Called, stateOf: StateOf, news: EventEmitter) {
  const told = (run: RunState) => ({ run, journal: [], running: null, taskFailing: false });
  return {
    async *follow(id, _afterSeq, signal) {
      called('runs.follow');
      yield told(stateOf(id));
      try {
        for await (const _ of on(news, id, { signal })) {
          yield told(stateOf(id));
          if (stateOf(id).closedAt) return;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  } satisfies Partial<Runs>;
}
