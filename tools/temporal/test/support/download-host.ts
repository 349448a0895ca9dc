import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Nobody listens there. */
export const nobody = 'http://127.0.0.1:9';

export const thisMachine = `arch=${process.arch === 'x64' ? 'amd64' : process.arch}&platform=${process.platform}`;

type Trouble =
  | 'no such host'
  | 'refuses'
  | 'is silent'
  | 'answers nonsense'
  | 'answers 404'
  | 'has an empty archive'
  | 'has another version';

/** A fake of the host from which the SDKs download their engine. */
export async function aDownloadHost(trouble?: Trouble) {
  const [, version = ''] = /temporalio\/cli v(\S+)/.exec(read('../../go.mod')) ?? [];
  const archive = archiveOf(trouble === 'has another version' ? '0.0.1' : version, trouble !== 'has an empty archive');
  const asked: string[] = [];
  const info = (response: ServerResponse) => {
    if (trouble === 'is silent') return;
    if (trouble === 'answers 404') return void response.writeHead(404).end();
    if (trouble === 'answers nonsense') return void response.end('<html>');
    response.end(JSON.stringify({ archiveUrl: `${url}/archive.tar.gz`, fileToExtract: 'temporal' }));
  };
  const server = createServer(({ url: path = '' }, response) => {
    asked.push(path);
    if (path.startsWith('/archive')) response.end(archive);
    else info(response);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const elsewhere = { 'no such host': 'http://downloads.invalid', refuses: nobody } as Partial<Record<Trouble, string>>;
  return {
    version,
    asked,
    url: (trouble && elsewhere[trouble]) ?? url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => void server.close(closed));
    },
  };
}

/** What an engine says that it is. */
export const versionOf = async (engine: string) => (await promisify(execFile)(engine, ['--version'])).stdout;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

function archiveOf(version: string, isWhole: boolean): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-archive-'));
  writeFileSync(join(folder, 'LICENSE'), 'MIT');
  writeFileSync(join(folder, 'temporal'), `#!/bin/sh\necho temporal version ${version}\n`);
  chmodSync(join(folder, 'temporal'), 0o755);
  const archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'LICENSE', ...(isWhole ? ['temporal'] : [])]);
  rmSync(folder, { recursive: true });
  return archive;
}
