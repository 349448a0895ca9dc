/** Headers of a page: it may load from and call this origin, and call the issuer where people sign in. */
export function createPageHeaders(issuer: string | undefined): Record<string, string> {
  const connect = ["'self'", ...(issuer ? [new URL(issuer).origin] : [])];
  const policy = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'connect-src': connect,
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`);
  return {
    'content-security-policy': directives.join('; '),
    'referrer-policy': 'no-referrer', // the address of /signin has a code in it
    'cross-origin-opener-policy': 'same-origin',
  };
}
