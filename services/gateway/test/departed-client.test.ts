import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { defaultLimits } from '../src/execution/limits/limits.ts';
import { createConnectionHandler } from '../src/transports/ws/connection.ts';
import { createKeepAlive } from '../src/transports/ws/keep-alive.ts';

test('a result that cannot be written because its client has gone is dropped, and is no fault', async () => {
  const { socket, written, onFault } = aSocketWhoseWritesFail();

  socket.emit('message', Buffer.from('{"type":"ping"}'));

  await expect(written).resolves.toBeUndefined();
  expect(onFault).not.toHaveBeenCalled();
});

/** The write fails before the socket is told that its connection is lost, as those of Node do. */
function aSocketWhoseWritesFail() {
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    send: (_: string, written: (error: Error) => void) => written(new Error('write EPIPE')),
    close: vi.fn(),
  });
  const now = () => new Date();
  const onFault = vi.fn();
  const keepAlive = createKeepAlive(now, () => undefined);
  keepAlive.stop();
  const written = new Promise<void>((resolve, reject) => {
    const opened = ({ send, onMessage }: Opened) => {
      onMessage(() => send('a result').then(resolve, reject));
      return () => undefined;
    };
    const options = { keepAlive, expire: () => undefined, limits: defaultLimits, now, onFault };
    const handle = createConnectionHandler({ ...options, protocol: { opened } as never });
    handle(
      socket as unknown as WebSocket,
      { setMaxListeners: () => undefined, writableLength: 0 } as unknown as Socket,
      {},
    );
  });
  return { socket, written, onFault };
}

type Opened = { send: (text: string) => Promise<void>; onMessage: (handle: () => Promise<void>) => void };
