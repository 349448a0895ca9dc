import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';

/** A quarter of what Postgres takes for its cache by default: here it is this process's own memory. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/**
 * A Postgres in this process. The engine that makes a folder of its own keeps 400 MiB for as long as it lives, so that a
 * second one takes its place.
 */
export async function openEngine(dataDir: string | undefined): Promise<PGlite> {
  if (!dataDir) return PGlite.create('memory://', { startParams });
  await mkdir(dirname(dataDir), { recursive: true });
  const isNew = !existsSync(join(dataDir, 'PG_VERSION'));
  if (isNew) await PGlite.create(dataDir, { startParams }).then((maker) => maker.close());
  return PGlite.create(dataDir, { startParams });
}

/**
 * The wire between node-postgres and a Postgres that lives in this process. Both engines are then spoken to by the same
 * driver, and what the driver sends together (parse, bind, execute, sync) costs one call into the engine instead of five.
 * An engine has one session: let one wire at a time be open.
 */
export class EmbeddedWire extends Duplex {
  readonly #engine: PGlite;

  constructor(engine: PGlite) {
    super();
    this.#engine = engine;
  }

  /** What the driver calls to open a socket. The session may have been another wire's: nothing of that one stays. */
  connect(): this {
    this.#engine.exec('rollback; deallocate all').then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  override _read(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(message).then(() => done(), done);
  }

  override _writev(messages: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(Buffer.concat(messages.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #send(messages: Buffer): Promise<void> {
    if (messages[0] === terminate) return; // the engine outlives its wires
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
