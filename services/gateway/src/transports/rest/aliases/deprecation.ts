import { pathOfRoute, type Route } from '../route.ts';
import { orderIdIn } from './foreign-ids.ts';

// What a response of an alias says about the route to use instead (RFC 9745, RFC 5829).

type Headers = Record<string, string>;

/** The address of the same order at the route to use instead. */
export const successorOf = (insteadUse: string, id = ''): Headers => ({
  link: `<${insteadUse.replace('{id}', () => encodeURIComponent(id))}>; rel="successor-version"`,
});

/**
 * The headers for every response at the path of an alias, also of a request that reaches no route. Where an alias finds
 * out which order an id means, it sets the link itself.
 */
export function createDeprecation(routes: readonly Route[]): (path: string) => Headers {
  const aliases = routes.flatMap(({ insteadUse, ...route }) => {
    const pattern = new RegExp(`^${pathOfRoute(route).replace('{id}', '([^/]+)')}$`);
    return insteadUse ? [{ insteadUse, pattern }] : [];
  });
  return (path) => {
    for (const { insteadUse, pattern } of aliases) {
      const found = pattern.exec(path);
      const id = decoded(found?.[1] ?? '');
      if (found) return { deprecation: '@1767225600', ...successorOf(insteadUse, orderIdIn(id) ?? id) };
    }
    return {};
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
