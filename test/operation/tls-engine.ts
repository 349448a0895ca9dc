import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, constants, createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The name in the certificate of the engine, which is not where it is found. */
export const engineName = 'engine.waybill.example';

/** An authority of the test's own, and what it has signed: the files of a pair are NAME.pem and NAME.key. */
export function createAuthority() {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-authority-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '1'];
  const selfSigned = (name: string) =>
    openssl('req', '-x509', ...newKey, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  const signed = (name: string, commonName: string) => {
    writeFileSync(file(`${name}.ext`), `subjectAltName=DNS:${commonName}`);
    const request = ['-subj', `/CN=${commonName}`, '-keyout', `${name}.key`, '-out', `${name}.csr`];
    openssl('req', '-new', ...newKey.slice(0, -2), ...request);
    const by = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '1'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
  };
  for (const name of ['authority', 'stranger']) selfSigned(name);
  signed('engine', engineName);
  signed('client', 'waybill');
  return { file, read: (name: string) => readFileSync(file(name)) };
}

export type Authority = ReturnType<typeof createAuthority>;

/** The engine behind TLS, which requires a client certificate and the API key. */
export async function engineOverTls(address: string, { read }: Authority, apiKey: string) {
  const engine = connect(`http://${address}`);
  const server = createSecureServer({
    key: read('engine.key'),
    cert: read('engine.pem'),
    ca: read('authority.pem'),
    requestCert: true,
    rejectUnauthorized: true,
  });
  const calls: string[] = [];
  server.on('stream', (stream, { ':authority': _, ...headers }) => {
    calls.push(`${headers[':path']}`);
    if (headers.authorization === `Bearer ${apiKey}`) forward(stream, engine.request(headers));
    else stream.respond(refusal, { endStream: true });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => {
      server.close();
      engine.destroy();
    },
  };
}

const refusal = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '16', 'grpc-message': 'no key' };

function forward(stream: ServerHttp2Stream, onward: ReturnType<ReturnType<typeof connect>['request']>): void {
  let trailers: IncomingHttpHeaders = {};
  onward.on('trailers', (last) => {
    trailers = last;
  });
  onward.on('response', (headers, flags) => {
    if (stream.destroyed) return;
    if (flags & constants.NGHTTP2_FLAG_END_STREAM) return stream.respond(headers, { endStream: true });
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.respond(headers, { waitForTrailers: true });
    onward.pipe(stream);
  });
  for (const [one, other] of [
    [stream, onward],
    [onward, stream],
  ] as const) {
    one.on('error', () => other.close(constants.NGHTTP2_CANCEL));
    one.on('aborted', () => other.close(constants.NGHTTP2_CANCEL));
  }
  stream.pipe(onward);
}
