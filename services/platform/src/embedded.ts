import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Duplex } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PGlite } from '@electric-sql/pglite';

/** A quarter of what Postgres takes for its cache by default: here it is this process's own memory. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/**
 * A Postgres in this process. The engine that makes a folder of its own keeps 400 MiB for as long as it lives, so that a
 * second one takes its place.
 */
export async function openEngine(dataDir: string | undefined): Promise<PGlite> {
  if (!dataDir) return PGlite.create('memory://', { startParams });
  makeFolder(dirname(dataDir));
  const isNew = !existsSync(join(dataDir, 'PG_VERSION'));
  if (isNew) {
    await PGlite.create(dataDir, { startParams }).then((maker) => maker.close());
    collectGarbage();
  }
  return PGlite.create(dataDir, { startParams });
}

/** Node's own recursive mkdir never returns where the folder above is there and takes no other, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** An engine's memory is not counted as garbage that presses: left alone, it goes after minutes of work. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/**
 * The wire between node-postgres and a Postgres that lives in this process. Both engines are then spoken to by the same
 * driver, and all statements of one turn of the event loop go together: one call into the engine, and one reply.
 * An engine has one session: open one wire.
 */
export class EmbeddedWire extends Duplex {
  readonly #engine: PGlite;
  /** What the driver has sent in this turn. */
  readonly #gathered: Buffer[] = [];

  constructor(engine: PGlite) {
    super();
    this.#engine = engine;
  }

  /** What the driver calls to open a socket. */
  connect(): this {
    setImmediate(() => this.emit('connect'));
    return this;
  }

  override _read(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#gather([message]);
    done();
  }

  override _writev(messages: { chunk: Buffer }[], done: () => void): void {
    this.#gather(messages.map(({ chunk }) => chunk));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  #gather(messages: Buffer[]): void {
    if (messages[0]?.[0] === terminate) return; // the engine outlives its wire
    if (this.#gathered.length === 0)
      setImmediate(() => this.#send().catch((cause: unknown) => this.destroy(broken(cause))));
    this.#gathered.push(...messages);
  }

  async #send(): Promise<void> {
    const messages = Buffer.concat(this.#gathered.splice(0));
    const replies: Buffer[] = []; // as they are, unlike what `execProtocolRaw` gives: that parses them before
    await this.#engine.execProtocolRawStream(messages, {
      onRawData: (reply) => replies.push(Buffer.from(reply)), // copied: the engine writes its next reply there
      syncToFs: false, // for file systems that keep something back; these never do
    });
    this.push(Buffer.concat(replies)); // not earlier: the driver sends its next message as soon as it hears something
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}

const terminate = 'X'.charCodeAt(0);

/** Said as a server would say it, by the code of a connection that failed. */
const broken = (cause: unknown) =>
  Object.assign(new Error('The embedded database does not respond', { cause }), { code: '08006' });
