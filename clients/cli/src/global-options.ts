import type { OptionRow } from './command.ts';
import { formats } from './output.ts';

/** Every command has these. */
export const globalOptions: readonly OptionRow[] = [
  { flags: '--url <url>', means: 'the GraphQL endpoint; else WAYBILL_URL, the profile, or this machine' },
  { flags: '--profile <name>', means: 'who and where, as `login` kept it' },
  {
    flags: '--token-file <file>',
    means: 'a file that holds the token; else WAYBILL_TOKEN, the profile, or a development token',
  },
  { flags: '-o, --output <format>', means: 'the format of the output', choices: formats },
  { flags: '--json', means: 'the same as -o json' },
  { flags: '--fields <names>', means: 'these fields alone, as in id,total.amount' },
  { flags: '--no-color', means: 'no colours; so without a terminal, and with NO_COLOR' },
  { flags: '--quiet', means: 'no sentences, only results' },
  { flags: '-y, --yes', means: 'what would be asked is answered yes' },
  { flags: '--no-input', means: 'nothing is asked' },
];
