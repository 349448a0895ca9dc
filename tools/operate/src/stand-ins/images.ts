import { readFileSync } from 'node:fs';
import { addAdminTools, addEntrypoint, addNode, addServer, addUi, type Fill } from './contents.ts';

/** An image: its name, which Dockerfile or docker-compose.yml pins, its own Dockerfile, and what is put beside that. */
export type Image = { name: string; dockerfile: string; fill: Fill };

const pins = ['Dockerfile', 'docker-compose.yml']
  .map((file) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8'))
  .join('\n');

function pinned(image: string): string {
  const [, name] = new RegExp(`^(?:FROM| +image:) (${image}:\\S+)`, 'm').exec(pins) ?? [];
  if (!name) throw new Error(`neither Dockerfile nor docker-compose.yml has an image ${image}`);
  return name;
}

export const images: readonly Image[] = [
  { name: pinned('node'), dockerfile: 'node', fill: addNode },
  { name: pinned('postgres'), dockerfile: 'postgres', fill: addEntrypoint },
  { name: 'waybill-stand-in/busybox', dockerfile: 'busybox', fill: () => undefined },
  { name: pinned('temporalio/server'), dockerfile: 'server', fill: addServer },
  { name: pinned('temporalio/admin-tools'), dockerfile: 'admin-tools', fill: addAdminTools },
  { name: pinned('temporalio/ui'), dockerfile: 'ui', fill: addUi },
];
