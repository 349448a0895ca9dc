const contexts = '^services/chaos/src/(payment|inventory|shipping|notification|customer|context)/';
const workflows = '^worker/src/workflows/';
const typesOnly = { dependencyTypesNot: ['type-only'] };

/** The folders of the order workflow, each with the folders that it may import. */
const orderFolders = {
  activities: [],
  state: [],
  book: ['state', 'activities'],
  shipping: ['state', 'activities'],
  saga: ['state', 'activities'],
  providers: ['saga', 'state', 'activities'],
  commands: ['providers', 'saga', 'state', 'activities'],
};
const order = `${workflows}order/`;

/** The folders that the workflows of orders and of runs have in common; each is below the folder of the same name. */
const sharedFolders = {
  activities: [],
  state: [],
  book: ['activities'],
  saga: ['state', 'activities'],
  commands: ['state'],
};
const shared = `${workflows}shared/`;

/** The folders of the other workflows; `run-workflow.ts` assembles the lower ones, and `providers` and `standing` use it. */
const runFolders = {
  activities: [],
  state: [],
  saga: ['state', 'activities'],
  book: ['state', 'activities'],
  commands: ['saga', 'state'],
  providers: ['saga', 'state', 'activities', 'run-workflow.ts'],
  standing: ['book', 'state', 'run-workflow.ts'],
};
const runs = `${workflows}runs/`;

/** A rule's name is what the reader is told when an import breaks it. Tests may look over the fences between packages. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

/** The folders of the gateway. */
const gatewayFolders = {
  transports: ['execution', 'auth'],
  execution: ['ports', 'live', 'auth'],
  ports: ['live'],
  live: [],
  codec: ['execution', 'auth'],
  auth: [],
};

/** The folders of the platform: metrics are served over HTTP, which reports an unreachable database. */
const platformFolders = {
  metrics: ['http', 'process', 'log'],
  http: ['database', 'log'],
  database: ['process', 'log'],
  process: ['log'],
  log: [],
};

/** The folders of the simulator; `world.ts` has what all parts of one simulation share. */
const simulatorFolders = {
  worker: ['server', 'activities', 'core', 'machines', 'history', 'sdk', 'world.ts'],
  server: ['activities', 'core', 'machines', 'history', 'world.ts'],
  activities: ['machines', 'history', 'world.ts'],
  core: ['machines', 'history', 'sdk'],
  machines: ['history', 'sdk'],
  history: [],
  sdk: [],
  time: [],
};

/** The folders of the torture test. */
const tortureFolders = {
  findings: ['runs', 'orders', 'until-done.ts'],
  runs: ['orders', 'until-done.ts'],
  orders: ['until-done.ts'],
  faults: [],
};

/** A folder imports itself and the folders and files below it, and nothing else of its parent. */
const layers = (name, parent, folders) =>
  Object.entries(folders).map(([folder, below]) =>
    rule(
      `${name}-${folder}-imports-only-below`,
      { path: `${parent}${folder}/` },
      {
        path: parent,
        pathNot: `${parent}(${[folder, ...below].map((it) => (it.endsWith('.ts') ? it : `${it}/`)).join('|')})`,
      },
    ),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('imports-do-not-go-in-circles', {}, { circular: true }),
    rule(
      'imports-are-declared',
      { path: '^(schema|clients|services|worker|tools)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('imports-exist', {}, { couldNotResolve: true }),

    rule(
      'contracts-know-nobody',
      { path: '^schema/contracts/src' },
      { pathNot: '^schema/contracts/|node_modules/(zod|i18n-iso-countries|postcode-validator)/' },
    ),
    rule(
      'the-domain-imports-nothing',
      { path: '^schema/contracts/src/domain/' },
      { pathNot: '^schema/contracts/src/domain/' },
    ),
    rule(
      'the-schema-knows-no-transport-and-no-engine',
      { path: '^schema/graphql/src' },
      {
        path: '@temporalio/|node_modules/(hono|ws|graphql-yoga|graphql-ws|pg|drizzle-orm)/|^(clients|services|worker|tools)/',
      },
    ),
    rule(
      'only-orders-know-orders-in-the-schema',
      { path: '^schema/graphql/src/(error|journal|page|catalogue|chaos|money|node|scalars|viewer)/' },
      { path: '^schema/graphql/src/order/' },
    ),
    rule(
      'clients-know-contracts-only',
      { path: '^clients/[^/]+/src' },
      { path: '^(services|worker|tools|schema/graphql)/' },
    ),
    rule(
      'services-do-not-meet',
      { path: '^services/([^/]+)/src' },
      { path: '^services/([^/]+)/', pathNot: '^services/($1|platform)/' },
    ),
    rule(
      'the-platform-knows-no-business',
      { path: '^services/platform/src' },
      { path: '^(clients|worker|tools|schema/graphql)/' },
    ),
    rule(
      'providers-and-book-ask-nobody',
      { path: '^services/(chaos|order-book)/src' },
      { path: '^(clients|worker|schema/graphql)/|@temporalio/' },
    ),
    rule(
      'the-gateway-speaks-to-temporal-through-a-client',
      { path: '^services/gateway/src' },
      { path: '@temporalio/|^worker/' },
    ),
    ...layers('gateway', '^services/gateway/src/', gatewayFolders),
    rule(
      'gateway-transports-do-not-meet',
      { path: '^services/gateway/src/transports/([^/]+)/' },
      { path: '^services/gateway/src/transports/[^/]+/', pathNot: '^services/gateway/src/transports/($1|shared)/' },
    ),
    rule(
      'the-product-runs-without-its-tools',
      { path: '^(schema|clients|services|worker)/.*src/' },
      { path: '^tools/|^services/[^/]+/testing/' },
    ),
    ...layers('platform', '^services/platform/src/', platformFolders),
    ...layers('simulator', '^tools/temporal-simulator/src/', simulatorFolders),
    ...layers('torture', '^tools/torture/src/', tortureFolders),
    rule('nobody-reaches-into-the-worker', { path: '^(schema|clients|services|tools)/.*src/' }, { path: '^worker/' }),

    rule(
      'workflows-are-pure',
      { path: workflows },
      { pathNot: `${workflows}|^schema/contracts/|@temporalio/(workflow|common)/|^worker/src/activities/` },
    ),
    rule('workflows-see-activities-as-types', { path: workflows }, { path: '^worker/src/activities/', ...typesOnly }),
    rule(
      'workflows-carry-only-the-domain',
      { path: workflows },
      { path: '^schema/contracts/', pathNot: '^schema/contracts/src/domain/', ...typesOnly },
    ),

    ...Object.entries(orderFolders).map(([folder, below]) =>
      rule(
        `order-${folder}-imports-only-below`,
        { path: `${order}${folder}/` },
        { path: workflows, pathNot: `${workflows}(order|shared)/(${[folder, ...below].join('|')})/` },
      ),
    ),

    rule(
      'maintenance-knows-no-other-workflow',
      { path: `${workflows}maintenance/` },
      { path: workflows, pathNot: `${workflows}maintenance/` },
    ),
    rule('orders-know-no-runs', { path: order }, { path: runs }),
    rule('runs-know-no-orders', { path: runs }, { path: order }),
    rule('what-is-shared-knows-nobody', { path: shared }, { path: workflows, pathNot: shared }),
    ...layers('shared', shared, sharedFolders),
    ...Object.entries(runFolders).map(([folder, below]) =>
      rule(
        `runs-${folder}-imports-only-below`,
        { path: `${runs}${folder}/` },
        {
          path: `${workflows}(runs|shared)/`,
          pathNot: `${workflows}(runs|shared)/(${[`${folder}/`, ...below.map((it) => (it.endsWith('.ts') ? it : `${it}/`))].join('|')})`,
        },
      ),
    ),

    rule('contexts-do-not-meet', { path: contexts }, { path: contexts, pathNot: '^services/chaos/src/$1/' }),
    rule(
      'a-domain-knows-nobody',
      { path: '^services/.*/domain/' },
      { path: '/(application|infrastructure|presentation)/|^services/platform/|node_modules/(?!zod/)' },
    ),
    rule(
      'an-application-knows-its-domain-only',
      { path: '^services/.*/application/' },
      { path: '/(infrastructure|presentation)/|node_modules/(hono|@hono|drizzle-orm|pg)/' },
    ),
    rule('presentation-and-infrastructure-are-strangers', { path: '/presentation/' }, { path: '/infrastructure/' }),
    rule(
      'only-infrastructure-knows-the-database',
      {
        path: '^(services|worker|clients|schema)/.*src/',
        pathNot: '/infrastructure/|^services/(platform|chaos/src/(calls|chaos|audit|database))/',
      },
      { path: 'node_modules/(drizzle-orm|pg|@electric-sql)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^clients/(typed|web)/dist/' }, // what was built of it
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
