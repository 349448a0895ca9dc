import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import { type FreeBytes, freeBytesOf, refuseFullDisk } from './free-space.ts';
import { isDatabase, makeDatabase } from './new-database.ts';

/** A quarter of the default of Postgres: here the cache is this process's own memory. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/**
 * A Postgres in this process. The engine that initializes a folder keeps 400 MiB for as long as it lives, so it is never
 * the one that serves.
 */
export async function openEngine(dataDir: string | undefined, freeBytes: FreeBytes = freeBytesOf): Promise<PGlite> {
  if (!dataDir) return PGlite.create('memory://', { startParams });
  makeFolder(dirname(dataDir));
  refuseFullDisk(dirname(dataDir), freeBytes);
  if (!isDatabase(dataDir)) await makeDatabase(dataDir);
  removeLockFile(dataDir);
  closeToOthers(dataDir);
  return PGlite.create(dataDir, { startParams });
}

/**
 * A process that was killed while it started leaves the file empty, and Postgres then refuses to start for ever. A complete one
 * protects nothing: all engines give the same process id, and take it for their own.
 */
function removeLockFile(dataDir: string): void {
  rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/**
 * The files of an engine in this process may be read and written by every user of the machine; Postgres demands that their folder
 * may not. One that belongs to another user is left as that has decided.
 */
function closeToOthers(dataDir: string): void {
  try {
    chmodSync(dataDir, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}

/** Node's recursive mkdir never returns where the parent exists and accepts no folders, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/**
 * The stream between node-postgres and a Postgres in this process. Both kinds of database then use the same driver, and
 * all statements of one turn of the event loop are sent together: one call into the engine, and one reply. An engine
 * has one session, so it takes one stream.
 */
export class EmbeddedWire extends Duplex {
  readonly #engine: PGlite;
  /** What the driver has written in this turn of the event loop. */
  readonly #gathered: Buffer[] = [];

  constructor(engine: PGlite) {
    super();
    this.#engine = engine;
  }

  /** Called by the driver to open a socket. */
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
    if (messages[0]?.[0] === terminate) return; // the engine outlives the stream
    if (this.#gathered.length === 0)
      setImmediate(() => this.#send().catch((cause: unknown) => this.destroy(broken(cause))));
    this.#gathered.push(...messages);
  }

  async #send(): Promise<void> {
    const messages = Buffer.concat(this.#gathered.splice(0));
    const replies: Buffer[] = []; // unparsed, unlike those of `execProtocolRaw`
    await this.#engine.execProtocolRawStream(messages, {
      onRawData: (reply) => replies.push(Buffer.from(reply)), // copied: the engine reuses the buffer for its next reply
      syncToFs: false, // for file systems with deferred writes; these have none
    });
    this.push(Buffer.concat(replies)); // not earlier: the driver sends its next message as soon as it receives something
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}

const terminate = 'X'.charCodeAt(0);

/** As a server would report it: with the SQLSTATE of a failed connection. */
const broken = (cause: unknown) =>
  Object.assign(new Error('The embedded database does not respond', { cause }), { code: '08006' });
