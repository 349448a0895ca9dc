import type { Environment } from './read.ts';

/** The cache folder for what is slow to build: the user's, by the XDG base directory specification. */
export const cacheFolder = (env: Environment, home: string): string =>
  `${env.XDG_CACHE_HOME || `${env.HOME || home}/.cache`}/waybill`;
