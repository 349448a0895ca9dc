import type { Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { usage } from '../problems/problems.ts';
import { clientOf } from '../session/client.ts';
import { identityFrom, refuseOpenNetwork, urlFrom } from '../session/identity.ts';
import { keepProfile, profileFile, profileNamed, type Role } from '../session/profiles.ts';
import { tokenFrom } from '../session/token.ts';

type Options = { role?: Role; tokenStdin?: boolean };

/**
 * Stores the URL with a token from stdin, or with the role of a development token, once the gateway has confirmed the
 * identity.
 */
export const login: Run<Options> = async (context, { options: { role, tokenStdin } }) => {
  const { globals, env, output, signal, onRateLimit } = context;
  const name = globals.profile ?? 'default';
  const url = urlFrom(globals, profileNamed(name, env), env);
  if (tokenStdin && role) throw usage('Give --role or --token-stdin, not both');
  if (tokenStdin) refuseOpenNetwork(url);
  const who = tokenStdin ? { token: tokenFrom(await context.readStdin(), 'stdin') } : { role: role ?? 'operator' };
  const viewer = await clientOf({ url, from: 'login', ...who }, signal, onRateLimit).viewer({ signal });
  keepProfile(name, { url, ...who }, env);
  output.one({ profile: name, url, id: viewer.id, role: viewer.role }, () => [
    `Logged in at ${url} as ${viewer.id}, ${viewer.role.toLowerCase()}. Stored in ${profileFile(env)}`,
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
