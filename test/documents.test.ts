import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const folders = files.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/')));
const known = [...new Set([...files, ...folders])].filter((path) => path !== '');

const documents = files.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('names only files and folders that exist', () => {
    expect(pathsIn(text).filter((path) => !exists(path))).toEqual([]);
  });

  test('links only to what exists', () => {
    expect(linksIn(text).filter((link) => !known.includes(join(dirname(document), link)))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    expect(scriptsIn(text).filter((script) => !hasScript(script))).toEqual([]);
  });
});

/** In code: anything with a slash in the middle or a known ending; a place on the web or outside of the clone is none. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) => span.split(/\s+/));
  const endings = /\.(ts|mjs|cjs|json|graphql|md|svg|yaml|sh)$/;
  const isPath = (word: string) => /^[\w.*{][\w.*{},-]*(\/[\w.*{},-]+)*\/?$/.test(word);
  return code.filter((word) => isPath(word) && (endings.test(word) || /\w\/[\w*{]/.test(word)) && !isElsewhere(word));
}

/** Media types, addresses and what a build makes. */
const isElsewhere = (word: string) => /^(application|text|multipart)\/|^\d+\.\d+|^node_modules\/|\/dist$/.test(word);

/** A path may leave out the folders above it. `*` and `{a,b}` mean what they mean to a shell. */
function exists(path: string): boolean {
  const alternatives = path.match(/\{([^}]*)\}/);
  if (alternatives)
    return (alternatives[1] ?? '').split(',').every((one) => exists(path.replace(alternatives[0], one)));
  const pattern = path.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  const end = new RegExp(`(^|/)${pattern}$`);
  return known.some((one) => end.test(one));
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));

type Script = { name: string; workspace: string | undefined };

const scriptsIn = (text: string): Script[] =>
  [...text.matchAll(/npm run (?:--silent )?(\w[\w:-]*)(?: -w (\S+?)(?=[`\s]))?/g)].map(([, name = '', workspace]) => ({
    name,
    workspace,
  }));

function hasScript({ name, workspace }: Script): boolean {
  const packages = files.filter((path) => /(^|\/)package\.json$/.test(path)).map((path) => JSON.parse(read(path)));
  return name in (packages.find((one) => (workspace ? one.name === workspace : one.workspaces))?.scripts ?? {});
}
