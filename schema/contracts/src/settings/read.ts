import { underOwnNames, variablesIn } from './aliases.ts';
import { knownPort, port } from './kinds.ts';
import { refusal } from './refusal.ts';
import { contradictions } from './rules.ts';
import type { Reader, Setting } from './setting.ts';
import { table } from './table.ts';
import { unknownNames } from './unknown.ts';
import type { SettingsOf } from './values.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Invalid settings. The message has a line for each, with its name and what is allowed. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/**
 * Reads the settings of a process; empty means absent. All settings are checked, also those of other processes: an
 * invalid one is reported by whichever process sees it first.
 */
export function readSettings<Who extends Reader>(who: Who, environment: Environment): SettingsOf<Who> {
  const env = underOwnNames(environment);
  const variables = variablesIn(environment);
  const wrong = unknownNames(env, Object.keys(table));
  const values: Record<string, unknown> = {};
  for (const [name, row] of Object.entries<Setting>(table)) {
    const setting = asReadBy(who, row);
    const text = textOf(env, name, setting) ?? setting.default;
    values[name] = text === undefined ? undefined : setting.is.read(text);
    if (text === undefined || values[name] !== undefined) continue;
    const variable = variables.get(name) ?? name;
    wrong.push(refusal(variable, environment[variable] ?? text, setting));
  }
  wrong.push(...contradictions(values, namesIn(env)).map((line) => asGiven(line, variables)));
  if (wrong.length > 0) throw new BadSettings(wrong.join('\n'));
  const ours = Object.entries<Setting>(table).filter(([, { by }]) => by.includes(who));
  return Object.fromEntries(ours.map(([name]) => [name, values[name]])) as SettingsOf<Who>;
}

/** A line with the names of the variables that were set. */
const asGiven = (line: string, variables: ReadonlyMap<string, string>): string =>
  line.replaceAll(/\b[A-Z][A-Z_]+\b/g, (name) => variables.get(name) ?? name);

/** The values that `npm start` sets if the environment has none. */
export function settingsUnderStart(env: Environment): Record<string, string> {
  const names = namesIn(underOwnNames(env));
  const settings = Object.entries<Setting>(table).filter(([name, { underStart }]) => underStart && !names.has(name));
  return Object.fromEntries(settings.map(([name, { underStart = '' }]) => [name, underStart]));
}

/** `npm start` tells each process where the others are: a port that is chosen at random would not be known. */
const asReadBy = (who: Reader, setting: Setting): Setting =>
  who === 'stack' && setting.is === port && setting.by.includes(who) ? { ...setting, is: knownPort } : setting;

const namesIn = (env: Environment): ReadonlySet<string> =>
  new Set(Object.entries<Setting>(table).flatMap(([name, setting]) => (textOf(env, name, setting) ? [name] : [])));

/** A secret is used verbatim; other values are trimmed. */
const textOf = (env: Environment, name: string, { is }: Setting): string | undefined =>
  (is.secret ? env[name] : env[name]?.trim()) || undefined;
