import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseFullDisk } from '../src/free-space.ts';

const mebibyte = 1024 * 1024;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a stack does not start on a full disk, and says so before any process is started', () => {
  expect(() => refuseFullDisk(join(folder, 'not/yet/there'), () => 127 * mebibyte)).toThrow(
    /^The disk of .*there is full: 127 MiB are free, and engine, databases and logs need 128 MiB$/,
  );
  expect(() => refuseFullDisk(folder, () => 128 * mebibyte)).not.toThrow();
});

test('the room on the disk is that of the nearest folder that exists', () => {
  const folders: string[] = [];

  refuseFullDisk(join(folder, 'not/yet/there'), (path) => {
    folders.push(path);
    return 1024 * mebibyte;
  });

  expect(folders).toEqual([folder]);
});
