/** Where to go on after signing in: a path of this page and never another site's. */
export function localPath(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith('/')) return '/';
  const url = URL.parse(wanted, origin);
  return url?.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}
