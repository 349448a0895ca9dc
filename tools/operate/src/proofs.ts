import { type Proof, vitest } from '@waybill/prove';

/** The proofs of operation, with the programs that operators use. */
export const proofs: readonly Proof[] = [
  {
    name: 'metrics',
    shows:
      'a real Prometheus scrapes every process, promtool accepts every metric, and none names an order or a person',
    needs: ['prometheus', 'promtool'],
    command: vitest('proofs', 'test/operation/metrics'),
  },
  {
    name: 'canary',
    shows: "no log and no metric has a customer's e-mail address or street, a secret or a token, through a storm",
    needs: [],
    command: vitest('proofs', 'test/operation/canary'),
  },
  {
    name: 'connecting',
    shows: 'an order ships by an engine that demands a client certificate and an API key; a wrong one is one line',
    needs: ['openssl'],
    command: vitest('proofs', 'test/operation/connecting'),
  },
  {
    name: 'codec',
    shows:
      'no history says whose an order is, keys rotate while orders run, and an order whose key is missing is stuck until it is back',
    needs: [],
    command: vitest('proofs', 'test/operation/codec'),
  },
  {
    name: 'rotation',
    shows:
      'the secret of tokens and the token between services are replaced in three releases, behind nginx and under load: no request is refused, no step fails, and the old ones are refused afterwards',
    needs: ['nginx', 'postgres'],
    command: vitest('proofs', 'test/operation/rotation'),
  },
  {
    name: 'traces',
    shows:
      'one order over HTTP and one over WebSocket are each one trace through every process, none of its spans an orphan, across a kill of the worker',
    needs: [],
    command: vitest('proofs', 'test/operation/traces'),
  },
  {
    name: 'drain',
    shows:
      'no request fails and two thousand watchers miss and repeat nothing while every process behind nginx is restarted in turn; without the engine reads are answered',
    needs: ['nginx', 'postgres'],
    command: vitest('proofs', 'test/operation/drain'),
  },
  {
    name: 'backup',
    shows:
      'order book and engine are destroyed under load and restored to a moment before; what is placed again is done once, and what nobody knows is undone',
    needs: ['go', 'postgres'],
    command: vitest('proofs', 'test/operation/backup'),
  },
  {
    name: 'versions',
    shows:
      'two hundred open orders move to another build as it ramps up, and back; a build that would take another way with them is stopped before',
    needs: [],
    command: vitest('proofs', 'test/operation/versions'),
  },
  {
    name: 'engine-postgres',
    shows:
      "nothing is lost or doubled on Temporal's own server and Postgres in a hundred faults, restarts of both among them",
    needs: ['go', 'postgres'],
    command: vitest('proofs', 'test/operation/engine-postgres'),
  },
  {
    name: 'compose',
    shows:
      "Docker Compose's own parser accepts both profiles; where a Docker daemon answers, they are run: hardened, nothing lost, production closed",
    needs: ['go'],
    command: vitest('proofs', 'test/operation/compose'),
  },
  {
    name: 'alerts',
    shows:
      'each alert fires when it should and only then, asks for metrics that are exported, and has its section in the runbook',
    needs: ['promtool'],
    command: vitest('*', 'test/operation/alerts'),
  },
  {
    name: 'faults',
    shows: 'real faults fire the alerts that are meant, through an Alertmanager, and these resolve when all is well',
    needs: ['prometheus', 'alertmanager'],
    command: vitest('proofs', 'test/operation/faults'),
  },
  {
    name: 'boards',
    shows: 'each panel of each Grafana board asks for metrics that are exported, and a real Prometheus answers it',
    needs: ['prometheus', 'promtool'],
    command: vitest('*', 'test/operation/boards', 'test/operation/metrics'),
  },
  {
    name: 'chart',
    shows: 'the Helm chart is what Kubernetes and the operators take, hardened, and refuses what cannot work by name',
    needs: ['go', 'python'],
    command: vitest('proofs', 'test/operation/chart'),
  },
  {
    name: 'cluster',
    shows:
      'an API server accepts the chart where pods are restricted, migrations hold a release until they are done and end it when they fail, and upgrade and rollback change the images',
    needs: ['go'],
    command: vitest('proofs', 'test/operation/cluster'),
  },
  {
    name: 'pipeline',
    shows:
      'actionlint, zizmor and hadolint find nothing, actions are pinned, and the bill of materials is what a deployment installs',
    needs: ['go', 'python'],
    command: vitest('proofs', 'test/operation/pipeline'),
  },
  {
    name: 'capacity',
    shows: 'the replicas that docs/capacity.md recommends follow from what the benches measured',
    needs: [],
    command: vitest('units', 'test/operation/capacity'),
  },
];
