import { readdirSync } from 'node:fs';

// Requested over IPC, so that the request itself opens no resource.
process.on('message', () => {
  const resources = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  process.send?.({ descriptors: descriptors(), resources });
});

/** Where the system does not say, resources are counted alone. */
function descriptors() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
