import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { exampleOrderId } from './graphiql-example.ts';
import { examples } from './graphiql-examples.ts';

/** The path of the development tokens, for the page and for other clients on this machine. */
export const developmentTokensPath = '/dev/tokens';

const options = {
  title: 'Waybill',
  endpoint: '/graphql',
  subscriptionsProtocol: 'GRAPHQL_SSE' as const,
  defaultTabs: examples,
};

/**
 * GraphiQL as one document of some megabytes, which the first visitor renders. Returns a function that renders the page
 * for one visitor, with a unique order id in the examples. With development tokens the page has a picker for the role to
 * use.
 */
export function createGraphiqlPage(options: { rolePicker: boolean }): (orderId: string) => string {
  let parts: string[] | undefined;
  return (orderId) => {
    parts ??= renderParts(options);
    return parts.join(orderId);
  };
}

/** The page, cut where the order id of the examples belongs. */
function renderParts({ rolePicker }: { rolePicker: boolean }): string[] {
  const page = renderGraphiQL(options);
  // A function, because the page's script contains `$` patterns.
  const complete = page.replace('</head>', () => `${steadyTabs}${rolePicker ? picker : ''}</head>`);
  return complete.split(exampleOrderId);
}

/**
 * GraphiQL places tabs by transforms, to animate how they are reordered. On a first visit it has measured them before
 * their styles were there, and they jump away from under the mouse: they stay where they are, and are not reordered.
 */
const steadyTabs = `
<style>.graphiql-tab { transform: none !important; }</style>
<script>
  const noDrag = (event) => event.target.closest?.('.graphiql-tab') && event.stopPropagation();
  addEventListener('pointerdown', noDrag, { capture: true });
</script>
`;

/** Sends the token of the chosen role unless the header editor sets an authorization. */
const picker = `
<style>
  .graphiql-session-header { padding-right: 112px !important; }
  #role { position: fixed; z-index: 10; top: 26px; right: 16px; width: 100px; font: 13px system-ui; padding: 3px 6px; border-radius: 6px; }
</style>
<script>
  const tokens = fetch('${developmentTokensPath}').then((answer) => answer.json());
  const chosen = () => localStorage.getItem('waybill:role') ?? 'operator';
  const plainFetch = window.fetch;
  window.fetch = async (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', 'Bearer ' + (await tokens)[chosen()]);
    return plainFetch(input, { ...init, headers });
  };
  addEventListener('DOMContentLoaded', async () => {
    const role = Object.assign(document.createElement('select'), { id: 'role', title: 'Role' });
    for (const name of Object.keys(await tokens)) role.add(new Option(name, name, false, name === chosen()));
    role.addEventListener('change', () => localStorage.setItem('waybill:role', role.value));
    document.body.append(role);
  });
</script>
`;
