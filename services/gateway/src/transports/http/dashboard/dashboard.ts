import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import type { SignIn } from '../../../auth/access.ts';
import { createFile, type Encoding, readFiles, type ServedFile } from './files.ts';
import { createPageHeaders } from './page-headers.ts';
import { isPage } from './pages.ts';

export type DashboardOptions = {
  /** The output of `npm run build -w @waybill/web`. */
  folder: string;
  signIn?: SignIn | undefined;
};

/** What the page learns of the gateway, besides how people sign in. */
type PublicFlags = { developmentTokens: boolean };

/** Serves a GET or HEAD. */
type Serve = (req: IncomingMessage, res: ServerResponse) => void;

/** Returns the handler of a path; undefined if the dashboard has none. */
export type Dashboard = (path: string) => Serve | undefined;

const documentPath = '/index.html';
const configPath = '/dashboard.json';

/** Serves the built dashboard: its files, one document for all of its pages, and its configuration. */
export function createDashboard(options: DashboardOptions | undefined, flags: PublicFlags): Dashboard {
  if (!options || !existsSync(join(options.folder, 'index.html'))) return notBuilt;
  const { folder, signIn } = options;
  const files = readFiles(folder);
  const document = files.get(documentPath);
  const config = createFile(Buffer.from(JSON.stringify({ signIn: signIn ?? null, ...flags })), 'application/json');
  const pageHeaders = createPageHeaders(signIn?.issuer);
  return (path) => {
    if (path === configPath) return (req, res) => send(req, res, config, revalidated);
    if (document && isPage(path)) return (req, res) => send(req, res, document, { ...pageHeaders, ...revalidated });
    const file = path === documentPath ? undefined : files.get(path);
    return file && ((req, res) => send(req, res, file, path.startsWith('/assets/') ? immutable : revalidated));
  };
}

/** The names of assets have a digest of their content. */
const immutable = { 'cache-control': 'public, max-age=31536000, immutable' };
const revalidated = { 'cache-control': 'no-cache' };

function send(req: IncomingMessage, res: ServerResponse, file: ServedFile, headers: Record<string, string>): void {
  const { mediaType, representations } = file;
  const encoding = encodingFor(req, representations);
  const { bytes, etag } = representations[encoding] ?? representations.identity;
  const about = { ...headers, etag, vary: 'accept-encoding' };
  if (fresh(req.headers, about)) return void res.writeHead(304, about).end();
  res.writeHead(200, {
    ...about,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-type': mediaType,
    'content-length': bytes.length,
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

const smallestFirst = ['br', 'gzip'] as const;

function encodingFor(req: IncomingMessage, built: ServedFile['representations']): Encoding {
  const accepted = new Negotiator(req).encodings([...smallestFirst]);
  return smallestFirst.find((encoding) => built[encoding] && accepted.includes(encoding)) ?? 'identity';
}

const notBuilt: Dashboard = (path) => (path === '/' ? sayNotBuilt : undefined);

const sayNotBuilt: Serve = (_, res) => {
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  res.end('The dashboard is not built (npm run build -w @waybill/web builds it); GraphQL is at /graphql\n');
};
