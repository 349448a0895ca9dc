import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { Problem } from '../problems.ts';

/** What `login` keeps: where, and a token for that origin or the role whose development token is asked for. */
export type Profile = { url: string; token?: string; role?: string };
type Profiles = Record<string, Profile>;

export const profileFile = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'waybill', 'profiles.json');

export const profileNamed = (name: string, env: NodeJS.ProcessEnv): Profile | undefined => readProfiles(env)[name];

/** Undefined removes it. */
export function keepProfile(name: string, profile: Profile | undefined, env: NodeJS.ProcessEnv): void {
  const file = profileFile(env);
  const { [name]: _, ...others } = readProfiles(env);
  const partial = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(partial, `${JSON.stringify(profile ? { ...others, [name]: profile } : others, null, 2)}\n`, {
    mode: 0o600,
  });
  chmodSync(partial, 0o600);
  renameSync(partial, file);
}

function readProfiles(env: NodeJS.ProcessEnv): Profiles {
  const file = profileFile(env);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return {};
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0)
    throw new Problem(exitCodes.auth, 'PROFILE_IS_OPEN', `${file} can be read by others: chmod 600 ${file}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Profiles;
  } catch {
    throw new Problem(exitCodes.usage, 'PROFILE_IS_BROKEN', `${file} is not JSON: mend or delete it`);
  }
}
