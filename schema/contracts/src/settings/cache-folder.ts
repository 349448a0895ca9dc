import type { Environment } from './read.ts';

/** Where Waybill keeps what takes long to make: the user's cache folder, as the XDG base directory specification has it. */
export const cacheFolder = (env: Environment, home: string): string =>
  `${env.XDG_CACHE_HOME || `${env.HOME || home}/.cache`}/waybill`;
