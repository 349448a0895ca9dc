import type { Kind } from './kinds.ts';
import type { Reader } from './setting.ts';
import type { table } from './table.ts';

type Table = typeof table;
type Name = keyof Table;
type NamesOf<Who extends Reader> = { [N in Name]: Who extends Table[N]['by'][number] ? N : never }[Name];
type WithDefault = { [N in Name]: Table[N] extends { default: string } ? N : never }[Name];
type ValueOf<N extends Name> = Table[N]['is'] extends Kind<infer Value> ? Value : never;

type ValuesOf<Names extends Name> = { [N in Names & WithDefault]: ValueOf<N> } & {
  [N in Exclude<Names, WithDefault>]?: ValueOf<N> | undefined;
};

/** All settings, as they are read. */
export type Values = ValuesOf<Name>;

/** The settings of a process from its environment. */
export type SettingsOf<Who extends Reader> = ValuesOf<NamesOf<Who>>;
