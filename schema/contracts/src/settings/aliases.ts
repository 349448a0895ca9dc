import type { Setting } from './setting.ts';
import { table } from './table.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The alias that gives a setting, by the setting's own name, which takes precedence. */
export const variablesIn = (env: Environment): ReadonlyMap<string, string> =>
  new Map(
    Object.entries<Setting>(table).flatMap(([name, { aliases = [] }]) => {
      const alias = env[name] ? undefined : aliases.find((known) => env[known]);
      return alias ? [[name, alias] as const] : [];
    }),
  );

/** The environment with aliases translated to our names. */
export function underOwnNames<Env extends Environment>(env: Env): Env {
  const said = [...variablesIn(env)].map(([name, alias]) => [name, meaningOf(alias, env[alias] ?? '')]);
  return { ...env, ...Object.fromEntries(said) };
}

const meaningOf = (alias: string, text: string): string =>
  isInSeconds(alias) && /^\d+$/.test(text.trim()) ? `PT${text.trim()}S` : text;

export const isInSeconds = (alias: string): boolean => alias.endsWith('_SECONDS');
