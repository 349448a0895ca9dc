/** The routes of the dashboard's pages; `:id` stands for one segment. */
export const pageRoutes = [
  '/',
  '/orders',
  '/orders/:id',
  '/orders/:id/approve',
  '/approvals',
  '/new',
  '/chaos',
  '/stock',
  '/runs',
  '/runs/:id',
  '/settings',
  '/signin',
] as const;

const routes = pageRoutes.map((route) => route.split('/'));

export const isPage = (path: string): boolean => pageAt(path.split('/'), (part, segment) => part === segment) === path;

/** The page that a mistyped path means: one with other slashes or capitals; undefined if it means none. */
export function pageMeant(path: string): string | undefined {
  const segments = path.split('/').filter(Boolean);
  return pageAt(['', ...(segments.length > 0 ? segments : [''])], (part, segment) => part === segment.toLowerCase());
}

function pageAt(segments: readonly string[], isSame: (part: string, segment: string) => boolean): string | undefined {
  const fits = (part: string, segment = '') => (part === ':id' ? isName(segment) : isSame(part, segment));
  const route = routes.find(
    (parts) => parts.length === segments.length && parts.every((part, at) => fits(part, segments[at])),
  );
  return route?.map((part, at) => (part === ':id' ? segments[at] : part)).join('/');
}

/** A segment that decodes to a single name without path separators. */
function isName(segment: string): boolean {
  const name = decoded(segment);
  return name !== undefined && !/^\.{0,2}$|[/\\\p{Cc}]/u.test(name);
}

/** The first segments of the API's paths and of assets, where a program must learn that there is nothing. */
const notForPeople = ['api', 'assets', 'dev', 'docs', 'graphql', 'health', 'metrics', 'ready', 'workflows'];

/** Whether a person may be meant by a path that leads nowhere. */
export function isForPeople(path: string): boolean {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  return !notForPeople.includes(first.toLowerCase()) && [first, ...rest].every((part) => isText(decoded(part)));
}

const isText = (name: string | undefined): boolean => name !== undefined && !/\p{Cc}/u.test(name);

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
