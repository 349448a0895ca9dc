import { fileURLToPath } from 'node:url';
import { type Environment, readSettings } from '@waybill/contracts/settings';
import { startWorker } from '../../../worker/src/assembly/start-worker.ts';
import { optionsOf } from '../../../worker/src/assembly/workers.ts';
import { workflowBundleFrom } from '../../../worker/src/assembly/workflow-bundle.ts';
import { activitySettingsFrom, auditFrom, servedBy, type WorkerSettings } from '../../../worker/src/settings.ts';
import type { Effects, Observe } from './effect.ts';
import { buildInLog, neighbours, providers } from './services.ts';
import { stand } from './stand-ins.ts';

/** Of what a worker is made. */
export const worker =
  (look: (settings: WorkerSettings) => unknown): Observe =>
  (env) =>
    look(readSettings('worker', env));

/** What a worker is told of itself, on a queue of its own. */
export const options = (key: keyof ReturnType<typeof optionsOf>) => worker((settings) => optionsOf('q', settings)[key]);

/** Whether the engine hears these words from a worker. */
export const tellsEngine =
  (words: string): Observe =>
  (env: Environment) =>
    stand.areTold(words, () =>
      startWorker(readSettings('worker', env), { workflowBundle: { code: '' }, onFailure: () => undefined }),
    );

/** Whether a neighbour hears these words from a worker. */
export const workerSays =
  (words: string, work: (called: ReturnType<typeof neighbours>) => Promise<unknown>): Observe =>
  async (env) => {
    const called = neighbours(env);
    const seen = await stand.areTold(words, () => work(called));
    await called.close();
    return seen;
  };

const madeBefore = fileURLToPath(new URL('workflow-bundle.js', import.meta.url));

/** The bundle that a worker takes where it makes none. */
const bundleNamed = worker((settings) =>
  settings.WAYBILL_WORKFLOW_BUNDLE ? workflowBundleFrom(settings) : 'made at the start',
);

export const workerEffects = {
  WAYBILL_WORKER_QUEUES: { given: 'shipping', on: { worker: [worker(servedBy), [['shipping', 'shipping']]] } },
  WAYBILL_WORKER_IDENTITY: { given: 'w-7', on: { worker: [options('identity' as never), 'w-7/q'] } },
  WAYBILL_WORKER_ACTIVITIES: { given: '7', on: { worker: [options('maxConcurrentActivityTaskExecutions'), 7] } },
  WAYBILL_WORKER_WORKFLOW_TASKS: { given: '7', on: { worker: [options('maxConcurrentWorkflowTaskExecutions'), 7] } },
  WAYBILL_WORKER_GRACE: { given: 'PT7S', on: { worker: [options('shutdownGraceTime'), 7_000] } },
  WAYBILL_WORKFLOW_BUNDLE: {
    given: madeBefore,
    on: { worker: [bundleNamed, { codePath: madeBefore }] },
  },
  WAYBILL_WORKER_DEPLOYMENT: {
    given: 'shop',
    on: {
      worker: [
        options('workerDeploymentOptions'),
        { version: { deploymentName: 'shop', buildId: 'development' }, useWorkerVersioning: false },
      ],
    },
  },
  WAYBILL_WORKER_BUILD_ID: {
    given: 'b7',
    on: {
      worker: [
        options('workerDeploymentOptions'),
        { version: { deploymentName: 'waybill', buildId: 'b7' }, useWorkerVersioning: false },
      ],
      gateway: [buildInLog('gateway'), 'b7'],
      'order-book': [buildInLog('order-book'), 'b7'],
      chaos: [providers(({ log }) => log.bindings().buildId), 'b7'],
    },
  },
  WAYBILL_WORKER_VERSIONING: {
    given: 'on',
    on: {
      worker: [
        options('workerDeploymentOptions'),
        {
          version: { deploymentName: 'waybill', buildId: 'development' },
          useWorkerVersioning: true,
          defaultVersioningBehavior: 'AUTO_UPGRADE',
        },
      ],
    },
  },
  WAYBILL_AUDIT_EVERY: {
    given: 'PT7M',
    on: { worker: [worker(auditFrom), { everyMs: 420_000, taskQueue: 'orders' }] },
  },
  WAYBILL_AUDIT_QUEUE: {
    given: 'our-audit',
    on: {
      worker: [
        worker((settings) => [auditFrom(settings)?.taskQueue, servedBy(settings)[1]]),
        ['our-audit', ['our-audit', 'orders']],
      ],
    },
  },
  WAYBILL_LABEL_HEARTBEAT: {
    given: 'PT2S',
    on: { worker: [worker((settings) => activitySettingsFrom(settings).labelHeartbeatMs), 2_000] },
  },
} satisfies Partial<Effects>;
