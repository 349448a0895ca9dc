import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';

/** Where Temporal's SDKs download their engine from. */
export const temporalDownloads = 'https://temporal.download';

type Download = {
  /** As the engine names it, for example `1.8.2`. */
  version: string;
  from: string;
  say: (line: string) => void;
  /** Aborting ends the download. */
  signal: AbortSignal | undefined;
};

/** If the host is reachable, it answers with a few bytes within this time. */
const reachedWithinMs = 3_000;
const downloadedWithinMs = 10 * 60_000;

type Archive = { archiveUrl: string; fileToExtract: string };

/** Downloads the engine in the same way as the SDKs. False if that fails for any reason. */
export async function download(output: string, { version, from, say, signal }: Download): Promise<boolean> {
  try {
    const found = await archiveOf(version, from, signal);
    say('Downloading the Temporal engine, once.');
    await extract(found, output, signal);
    await runs(output, version);
    say(`The Temporal engine ${version} is downloaded.`);
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    say(`The Temporal engine cannot be downloaded from ${from}: ${reasonOf(error)}.`);
    return false;
  }
}

async function archiveOf(version: string, from: string, signal: AbortSignal | undefined): Promise<Archive> {
  const { platform, arch } = process;
  const machine = new URLSearchParams({
    arch: arch === 'x64' ? 'amd64' : arch,
    platform: platform === 'win32' ? 'windows' : platform,
    format: 'tar.gz',
  });
  const reply = await reached(`${from}/cli/v${version}?${machine}`, within(reachedWithinMs, signal));
  const { archiveUrl, fileToExtract } = (await reply.json()) as Record<string, unknown>;
  if (typeof archiveUrl !== 'string' || typeof fileToExtract !== 'string')
    throw new Error('the response names no archive');
  return { archiveUrl, fileToExtract };
}

/** Extracts the engine from the archive while it is downloaded. */
async function extract({ archiveUrl, fileToExtract }: Archive, output: string, signal?: AbortSignal) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-download-'));
  try {
    const { body } = await reached(archiveUrl, within(downloadedWithinMs, signal));
    if (!body) throw new Error('the archive is empty');
    const tar = spawn('tar', ['-xzf', '-', '-C', folder, fileToExtract], { stdio: ['pipe', 'ignore', 'ignore'] });
    const sent = pipeline(Readable.fromWeb(body as ReadableStream), tar.stdin);
    const [[code]] = await Promise.all([once(tar, 'close'), sent]);
    if (code !== 0) throw new Error(`the archive has no ${fileToExtract}`);
    await copyFile(join(folder, fileToExtract), output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whether the downloaded file is an engine of the requested version. */
async function runs(engine: string, version: string): Promise<void> {
  const { stdout } = await promisify(execFile)(engine, ['--version'], { timeout: 30_000 });
  if (!stdout.includes(version)) throw new Error(`it is not ${version} but says ${stdout.trim().slice(0, 100)}`);
}

async function reached(url: string, signal: AbortSignal): Promise<Response> {
  const reply = await fetch(url, { signal });
  if (!reply.ok) throw new Error(`the response has status ${reply.status}`);
  return reply;
}

const within = (ms: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]);

const reasonOf = (error: unknown): string => {
  const { cause = error } = error as { cause?: unknown };
  return (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0] ?? '';
};
