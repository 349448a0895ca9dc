import type { Run } from '../command.ts';
import type { Context } from '../context.ts';
import { usage } from '../problems.ts';
import { developmentToken } from '../session/client.ts';
import { identityFrom, localUrl, refuseOpenNetwork } from '../session/identity.ts';
import { keepProfile, profileFile, profileNamed } from '../session/profiles.ts';

type Options = { role?: string; tokenStdin?: boolean };

/** Keeps where and as whom: a token that is given on stdin, or the role of a development token. */
export const login: Run<Options> = async (context, { options: { role, tokenStdin } }) => {
  const { globals, env, output } = context;
  const name = globals.profile ?? 'default';
  const url = globals.url ?? (env.WAYBILL_URL || profileNamed(name, env)?.url || localUrl(env));
  if (tokenStdin && role) throw usage('Give --role or --token-stdin, not both');
  if (tokenStdin) refuseOpenNetwork(url);
  const token = tokenStdin ? (await context.readStdin()).trim() : undefined;
  if (token === '') throw usage('There is no token on stdin');
  if (!token) await developmentToken(url, role ?? 'operator'); // whether there is one
  keepProfile(name, token ? { url, token } : { url, role: role ?? 'operator' }, env);
  output.one({ profile: name, url, role: role ?? null }, () => [
    `Logged in at ${url}${token ? '' : ` as ${role ?? 'operator'}`}. Kept in ${profileFile(env)}`,
  ]);
  return undefined;
};

export async function logout({ globals, env, output }: Context): Promise<undefined> {
  const name = globals.profile ?? 'default';
  const wasIn = profileNamed(name, env) !== undefined;
  if (wasIn) keepProfile(name, undefined, env);
  output.one({ profile: name, removed: wasIn }, () => [
    wasIn ? `Removed the profile ${name}.` : `There is no profile ${name}.`,
  ]);
}

export async function whoami(context: Context): Promise<undefined> {
  const { env, globals, output, signal } = context;
  const { url, from } = identityFrom(globals, env);
  const viewer = await (await context.client()).viewer({ signal });
  output.one({ ...viewer, url, from }, ({ id, role }) => [
    `${id}, ${String(role).toLowerCase()}, at ${url} (by ${from})`,
  ]);
}
