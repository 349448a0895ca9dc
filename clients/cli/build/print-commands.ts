import { readFile, writeFile } from 'node:fs/promises';
import { commandList } from './command-list.ts';

const readme = new URL('../README.md', import.meta.url);
const text = await readFile(readme, 'utf8');
const list = `<!-- commands -->\n${commandList()}<!-- /commands -->`;
await writeFile(
  readme,
  text.replace(/<!-- commands -->[\s\S]*<!-- \/commands -->/, () => list),
);
