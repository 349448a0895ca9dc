import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const page = '<!doctype html><title>The dashboard</title>';
export const script = 'console.log("Hello");'.repeat(20);
export const scriptPath = '/assets/index-BqT1x9Zk.js';

/** A folder as a build leaves it, with a secret beside it that nobody may read. */
export function aBuiltDashboard(): string {
  const around = mkdtempSync(join(tmpdir(), 'waybill-dashboard-'));
  const folder = join(around, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(around, 'secret.txt'), 'secret');
  writeFileSync(join(folder, '.sources'), 'secret');
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, scriptPath), script);
  writeFileSync(join(folder, `${scriptPath}.br`), brotliCompressSync(script));
  writeFileSync(join(folder, `${scriptPath}.gz`), gzipSync(script));
  return folder;
}

export type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** Sends a path as it is: `fetch` would resolve what leads upwards. */
export function requestPath(url: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<Reply>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}
