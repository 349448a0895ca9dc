import { usage } from '../problems/problems.ts';

/** Reads a port of this machine from the environment. */
export function portFrom(env: NodeJS.ProcessEnv, name: string, usual: string): string {
  const port = env[name]?.trim() || usual;
  if (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535) return port;
  throw usage(`${name}: "${port}" is not a port from 1 to 65535`);
}
