import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { exitCodes } from '../problems/exit-codes.ts';
import { reasonOf } from '../problems/file-errors.ts';
import { Problem } from '../problems/problems.ts';
import { isToken } from './token.ts';

/** The roles of development tokens. */
export const roles = ['customer', 'manager', 'operator'] as const;
export type Role = (typeof roles)[number];

/** What `login` stores: the URL, and a token for its origin or the role whose development token is requested. */
export type Profile = { url: string; token?: string; role?: Role };

export const profileFile = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'waybill', 'profiles.json');

export const profileNamed = (name: string, env: NodeJS.ProcessEnv): Profile | undefined => readProfiles(env).get(name);

/** Undefined removes the profile. */
export function keepProfile(name: string, profile: Profile | undefined, env: NodeJS.ProcessEnv): void {
  const file = profileFile(env);
  const profiles = readProfiles(env);
  profiles.delete(name);
  if (profile) profiles.set(name, profile);
  const partial = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(partial, `${JSON.stringify(Object.fromEntries(profiles), null, 2)}\n`, { mode: 0o600 });
    chmodSync(partial, 0o600);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw new Problem(exitCodes.usage, 'PROFILE_NOT_STORED', `${file} cannot be written: ${reasonOf(error as Error)}`);
  }
}

function readProfiles(env: NodeJS.ProcessEnv): Map<string, Profile> {
  const file = profileFile(env);
  const text = textOf(file);
  return text === undefined ? new Map() : profilesIn(file, text);
}

/** Undefined if there is no such file. */
function textOf(file: string): string | undefined {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (!stat.isFile()) throw broken(file, 'is not a file');
    refuseOpen(file, stat);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof Problem ? error : broken(file, `cannot be read: ${reasonOf(error as Error)}`);
  }
}

function refuseOpen(file: string, { mode }: Stats): void {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new Problem(exitCodes.auth, 'PROFILE_IS_OPEN', `${file} can be read or changed by others: chmod 600 ${file}`);
}

function profilesIn(file: string, text: string): Map<string, Profile> {
  const content = parsed(text);
  if (!isObject(content)) throw broken(file, 'is not a JSON object');
  const profiles = Object.entries(content);
  const [wrong] = profiles.find(([, profile]) => !isProfile(profile)) ?? [];
  if (wrong !== undefined) throw broken(file, `holds the invalid profile ${JSON.stringify(wrong)}`);
  return new Map(profiles as [string, Profile][]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProfile = (value: unknown): value is Profile =>
  isObject(value) &&
  typeof value.url === 'string' &&
  /^https?:/.test(value.url) &&
  URL.canParse(value.url) &&
  (value.token === undefined || (typeof value.token === 'string' && isToken(value.token))) &&
  (value.role === undefined || roles.includes(value.role as Role));

const broken = (file: string, what: string) =>
  new Problem(exitCodes.usage, 'PROFILE_IS_BROKEN', `${file} ${what}: correct or delete it`);
