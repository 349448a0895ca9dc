import { connect } from 'node:net';

export type Reply = { status: number; type: string; allow: string[]; body: string };

/** Sends raw lines, and reads until the service disconnects or, after an upgrade, has responded. */
export async function rawRequest(serviceUrl: string, lines: readonly string[]): Promise<Reply> {
  const { hostname, port } = new URL(serviceUrl);
  const socket = connect(Number(port), hostname);
  socket.write([...lines, '', ''].join('\r\n'));
  let text = '';
  for await (const bytes of socket) {
    text += bytes;
    if (text.startsWith('HTTP/1.1 101 ')) break;
  }
  socket.destroy();
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    type: /^content-type: *([^;\r]+)/im.exec(text)?.[1] ?? '',
    allow: /^allow: *([^\r]*)/im.exec(text)?.[1]?.split(/, */) ?? [],
    body: text.slice(text.indexOf('\r\n\r\n') + 4),
  };
}
