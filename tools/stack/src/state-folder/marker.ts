import { existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, unusable } from './make-folder.ts';

/** The marker file of a folder that a stack has created. */
const mark = {
  name: '.waybill-state',
  content:
    'This folder holds the databases and logs of a Waybill stack, and nothing else. `npm run reset` deletes it.\n',
};

/** All that a stack puts into its folder. */
const contents = /^(stack\.json.*|development-secret|logs|chaos|order-book|temporal\.db.*)$/;

/** Marks a folder as ours, if it is missing or empty. */
export function takeFolder(stateDir: string): void {
  makeFolder(stateDir);
  if (isOurs(stateDir)) return;
  if (readdirSync(stateDir).some((name) => name !== mark.name || !isUnfinished(stateDir))) {
    throw new Error(`${stateDir} contains other files: choose another WAYBILL_STATE_DIR`);
  }
  try {
    writeFileSync(join(stateDir, mark.name), mark.content);
  } catch (error) {
    throw unusable(stateDir, error);
  }
}

/** Whether a stack has created it: the marker is a regular file with our content. */
export const isOurs = (stateDir: string): boolean => markIn(stateDir) === mark.content;

/** A stack that was killed, or met a full disk, has written only a part of its marker. */
const isUnfinished = (stateDir: string): boolean => mark.content.startsWith(markIn(stateDir) ?? 'none');

function markIn(stateDir: string): string | undefined {
  const file = join(stateDir, mark.name);
  return existsSync(file) && lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
}

/** Deletes the files of a stack, the marker last. Returns the other files, which are kept. */
export function deleteContents(stateDir: string): string[] {
  const names = readdirSync(stateDir).filter((name) => name !== mark.name);
  for (const name of names.filter((each) => contents.test(each))) rmSync(join(stateDir, name), { recursive: true });
  rmSync(join(stateDir, mark.name));
  const others = names.filter((name) => !contents.test(name));
  if (others.length === 0) rmdirSync(stateDir);
  return others;
}
