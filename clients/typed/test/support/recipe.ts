import { readFile } from 'node:fs/promises';

const readmeAt = (path: string) => new URL(`../../${path}`, import.meta.url);

/** The shell commands of a README, or those that contain a word, without their comments. */
export async function commandsOf(readme: string, word?: string): Promise<string[]> {
  const text = await readFile(readmeAt(readme), 'utf8');
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  const commands = blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/\s+#.*$/, ''));
  return commands.filter((command) => command !== '' && (!word || command.split(' ').includes(word)));
}

/** What npm needs besides the words of a recipe: it looks into its cache first, and reports nothing. */
export const npmSettings = {
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};
