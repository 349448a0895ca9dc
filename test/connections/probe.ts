import { readdirSync } from 'node:fs';

/** The open resources of a process; requested over IPC, so that the request itself opens none. */
export type Held = { descriptors: number; resources: Record<string, number> };

process.on('message', () => {
  const resources: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  process.send?.({ descriptors: descriptors(), resources } satisfies Held);
});

/** Where the system does not say, resources are counted alone. */
function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
