import { type Setting, type Settings, settingGroups } from '@waybill/contracts/settings';

/** All settings as docs/settings.md shows them, in Markdown. */
export const settingsTable = (): string =>
  settingGroups.map(([title, settings]) => chapter(title, settings)).join('\n');

const chapter = (title: string, settings: Settings) =>
  [`| ${title} | Default | What it sets |`, '|---|---|---|', ...Object.entries(settings).map(line), ''].join('\n');

const line = ([name, { default: usual = '', underStart, aliases = [], means }]: [string, Setting]) =>
  `| ${[name, ...aliases].map((known) => `\`${known}\``).join(', ')} | ${usual}${underStart ? ` (\`npm start\`: ${underStart})` : ''} | ${means} |`;
