/** The path to continue at after signing in, never on another site. */
export function localPath(wanted: string | undefined, origin: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/'; // "/..//host" resolves to the path "//host"
  return `${url.pathname}${url.search}${url.hash}`;
}
