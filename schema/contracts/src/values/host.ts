const hostAndPort = /^([\w.-]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** The normalized host of a `Host` header, without port; undefined if it is not a host. */
export function hostIn(header: string): string | undefined {
  const [, host] = hostAndPort.exec(header) ?? [];
  if (!host?.startsWith('[')) return host?.toLowerCase().replace(/\.$/, '');
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}

/** Whether a host is this machine itself, by a name that cannot be made to resolve elsewhere. */
export const isLoopback = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
