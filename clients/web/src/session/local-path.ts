/** Where to go on after signing in: a path of this page and never another site's. */
export function localPath(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/'; // "/..//host" resolves to the path "//host"
  return `${url.pathname}${url.search}${url.hash}`;
}
