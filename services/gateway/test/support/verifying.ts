import { openLog } from '@waybill/platform';
import { createAuthenticate } from '../../src/auth/tokens.ts';

/** Sessions by the issuer's keys, at a clock that the test moves. */
export function verifying({ url }: { url: URL }) {
  let at = Date.now();
  const written: string[] = [];
  const log = openLog('gateway', 'info', { write: (line) => void written.push(JSON.parse(line).msg) });
  const authenticate = createAuthenticate({ key: { jwksUrl: url }, roleClaim: 'role' }, () => new Date(at), log);
  return {
    session: (token: string) => authenticate(`Bearer ${token}`),
    clock: {
      pass: (ms: number) => {
        at += ms;
      },
    },
    lines: () => written,
  };
}
