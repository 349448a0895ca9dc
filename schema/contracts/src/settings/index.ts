export { underOwnNames } from './aliases.ts';
export { cacheFolder } from './cache-folder.ts';
export { requireDurableTables } from './durable-tables.ts';
export {
  type OrderOverrides,
  overridesFrom,
  overridesOfRun,
  type RunOverrides,
  runOverridesFrom,
} from './overrides.ts';
export type { PayloadKey } from './payload-keys.ts';
export { refuseSharedPorts } from './ports.ts';
export { BadSettings, type Environment, readSettings, settingsUnderStart } from './read.ts';
export { acceptedServiceTokensFrom, serviceTokenFrom } from './service-token.ts';
export type { Reader, Setting, Settings } from './setting.ts';
export { settingGroups, table } from './table.ts';
export type { SettingsOf } from './values.ts';
