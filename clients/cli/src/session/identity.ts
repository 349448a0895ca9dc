import { readFileSync } from 'node:fs';
import { exitCodes } from '../problems/exit-codes.ts';
import { unreadable } from '../problems/file-errors.ts';
import { Problem, usage } from '../problems/problems.ts';
import { portFrom } from './port.ts';
import { type Profile, profileNamed } from './profiles.ts';
import { tokenFrom } from './token.ts';

export type SessionOptions = { url?: string; profile?: string; tokenFile?: string };

/** The URL of requests and their identity: a token, or the role whose development token the gateway issues. */
export type Identity = { url: string; from: string } & ({ token: string } | { role: string });

const localUrl = (env: NodeJS.ProcessEnv) =>
  `http://127.0.0.1:${portFrom(env, 'WAYBILL_GATEWAY_PORT', '4000')}/graphql`;

/** The URL of requests: --url overrides the environment, which overrides the profile and this machine. */
export function urlFrom({ url }: SessionOptions, profile: Profile | undefined, env: NodeJS.ProcessEnv): string {
  if (!url) return homeOf(profile, env);
  originOf(url, '--url: ');
  return url;
}

/** The URL without --url, for which WAYBILL_TOKEN is meant. */
function homeOf(profile: Profile | undefined, { WAYBILL_URL: url, ...env }: NodeJS.ProcessEnv): string {
  if (!url) return profile?.url || localUrl(env);
  originOf(url, 'WAYBILL_URL: ');
  return url;
}

/**
 * The environment overrides the profile, which overrides development tokens. A token is sent only to the origin that it
 * was stored for.
 */
export function identityFrom(options: SessionOptions, env: NodeJS.ProcessEnv): Identity {
  const name = options.profile ?? 'default';
  const profile = profileNamed(name, env);
  if (options.profile && !profile)
    throw usage(`There is no profile ${name}: create it with \`waybill login --profile ${name}\``);
  const url = urlFrom(options, profile, env);
  const { token, from } = storedToken(options, { url, profile, env });
  if (token === undefined) return { url, from: 'development tokens', role: profile?.role ?? 'operator' };
  refuseOpenNetwork(url);
  return { url, from, token };
}

type Places = { url: string; profile: Profile | undefined; env: NodeJS.ProcessEnv };

function storedToken({ tokenFile }: SessionOptions, { url, profile, env }: Places) {
  if (tokenFile) return { token: tokenIn(tokenFile), from: '--token-file' };
  if (env.WAYBILL_TOKEN) {
    refuseOtherOrigin(url, homeOf(profile, env), 'WAYBILL_TOKEN');
    return { token: tokenFrom(env.WAYBILL_TOKEN, 'WAYBILL_TOKEN'), from: 'WAYBILL_TOKEN' };
  }
  if (!profile?.token) return { token: undefined, from: '' };
  if (isLoopback(url) && originOf(url) !== originOf(profile.url)) return { token: undefined, from: '' };
  refuseOtherOrigin(url, profile.url, 'The stored token');
  return { token: profile.token, from: 'profile' };
}

function tokenIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(`--token-file: ${file}`)(error as Error);
  }
  return tokenFrom(text, '--token-file');
}

/** The origin of a gateway's URL; `of` names in a problem what gives the URL. */
export function originOf(url: string, of = ''): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && (parsed.username || parsed.password))
    throw usage(`${of}The URL of a gateway has no user name and no password: give a token, as by --token-file`);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw usage(
      `${of}"${url.replace(/\/\/.*@/, '//')}" is not the URL of a gateway, such as http://127.0.0.1:4000/graphql`,
    );
  return parsed.origin;
}

export const isLoopback = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(originOf(url)).hostname);

function refuseOtherOrigin(url: string, home: string, what: string): void {
  if (originOf(url) === originOf(home)) return;
  throw new Problem(
    exitCodes.auth,
    'TOKEN_IS_FOR_ANOTHER_ORIGIN',
    `${what} is for ${originOf(home)} and is not sent to ${originOf(url)}: log in there, or use --token-file`,
  );
}

/** A token that is sent in clear text can be read on the network. */
export function refuseOpenNetwork(url: string): void {
  if (originOf(url).startsWith('https:') || isLoopback(url)) return;
  throw new Problem(
    exitCodes.auth,
    'NOT_ENCRYPTED',
    `Beyond this machine, a token is sent only over https, not to ${originOf(url)}`,
  );
}
