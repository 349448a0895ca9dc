import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import type { SignIn } from '../../../auth/access.ts';
import { createFile, type Encoding, readFiles, type ServedFile } from './files.ts';
import { createPageHeaders } from './page-headers.ts';
import { isForPeople, isPage, pageMeant } from './pages.ts';

export type DashboardOptions = {
  /** The output of `npm run build -w @waybill/web`. */
  folder: string;
  signIn?: SignIn | undefined;
};

/** What the page learns of the gateway, besides how people sign in. */
type PublicFlags = { developmentTokens: boolean };

/** Serves a GET or HEAD. */
type Serve = (req: IncomingMessage, res: ServerResponse) => void;

export type Dashboard = {
  /** Returns the handler of a path; undefined if the dashboard has none. */
  at: (path: string) => Serve | undefined;
  /** Returns the handler of a path that nothing answers, for a person who navigates there. */
  near: (path: string) => Serve | undefined;
};

const documentPath = '/index.html';
const configPath = '/dashboard.json';

/** Serves the built dashboard: its files, one document for all of its pages, and its configuration. */
export function createDashboard(options: DashboardOptions | undefined, flags: PublicFlags): Dashboard {
  const files = options && existsSync(options.folder) ? readFiles(options.folder) : undefined;
  const document = files?.get(documentPath);
  if (!files || !document) return notBuilt;
  const signIn = options?.signIn;
  const config = createFile(Buffer.from(JSON.stringify({ signIn: signIn ?? null, ...flags })), 'application/json');
  const pageHeaders = createPageHeaders(signIn?.issuer);
  const page: Serve = (req, res) => send(req, res, document, { ...pageHeaders, ...revalidated });
  const pageOfNothing: Serve = (req, res) => send(req, res, document, { ...pageHeaders, ...revalidated }, 404);
  return {
    at: (path) => {
      if (path === configPath) return (req, res) => send(req, res, config, revalidated);
      if (isPage(path)) return page;
      const file = path === documentPath ? undefined : files.get(path);
      return file && ((req, res) => send(req, res, file, path.startsWith('/assets/') ? immutable : revalidated));
    },
    near: (path) => {
      const meant = pageMeant(path);
      if (meant !== undefined) return (req, res) => leadTo(meant, req, res);
      return isForPeople(path) ? pageOfNothing : undefined;
    },
  };
}

/** The names of assets have a digest of their content. */
const immutable = { 'cache-control': 'public, max-age=31536000, immutable' };
const revalidated = { 'cache-control': 'no-cache' };

function send(
  req: IncomingMessage,
  res: ServerResponse,
  file: ServedFile,
  headers: Record<string, string>,
  status = 200,
): void {
  const { mediaType, representations } = file;
  const encoding = encodingFor(req, representations);
  const { bytes, etag } = representations[encoding] ?? representations.identity;
  const about = { ...headers, etag, vary: status === 200 ? 'accept-encoding' : 'accept, accept-encoding' };
  if (status === 200 && fresh(req.headers, about)) return void res.writeHead(304, about).end();
  res.writeHead(status, {
    ...about,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-type': mediaType,
    'content-length': bytes.length,
  });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

/** The query stays as it is. */
function leadTo(path: string, { url = '' }: IncomingMessage, res: ServerResponse): void {
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  res.writeHead(302, { location: `${path}${query}`, 'cache-control': 'no-store', vary: 'accept' }).end();
}

const smallestFirst = ['br', 'gzip'] as const;

function encodingFor(req: IncomingMessage, built: ServedFile['representations']): Encoding {
  const accepted = new Negotiator(req).encodings([...smallestFirst]);
  return smallestFirst.find((encoding) => built[encoding] && accepted.includes(encoding)) ?? 'identity';
}

const notBuilt: Dashboard = { at: (path) => (path === '/' ? sayNotBuilt : undefined), near: () => undefined };

const sayNotBuilt: Serve = (_, res) => {
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  res.end('The dashboard is not built (npm run build -w @waybill/web builds it); GraphQL is at /graphql\n');
};
