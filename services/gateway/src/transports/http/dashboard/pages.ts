/** The routes of the dashboard's pages; `:id` stands for one segment. Other paths are answered with 404. */
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

export function isPage(path: string): boolean {
  const segments = path.split('/');
  return routes.some(
    (route) =>
      route.length === segments.length &&
      route.every((part, at) => (part === ':id' ? isId(segments[at] ?? '') : part === segments[at])),
  );
}

/** A segment that decodes to a single name without path separators. */
function isId(segment: string): boolean {
  try {
    return !/^\.{0,2}$|[/\\\p{Cc}]/u.test(decodeURIComponent(segment));
  } catch {
    return false;
  }
}
