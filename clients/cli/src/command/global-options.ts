import { formats } from '../output/output.ts';
import type { OptionRow } from './option-row.ts';

/** Options of every command. */
export const globalOptions: readonly OptionRow[] = [
  { flags: '--url <url>', means: 'the GraphQL endpoint; default: WAYBILL_URL, the profile, or this machine' },
  { flags: '--profile <name>', means: 'the identity and URL that `login` stored' },
  {
    flags: '--token-file <file>',
    means: 'a file with the token; default: WAYBILL_TOKEN, the profile, or a development token',
  },
  { flags: '-o, --output <format>', means: 'the output format', choices: formats },
  { flags: '--json', means: 'the same as -o json' },
  { flags: '--fields <names>', means: 'only these fields, as in id,total.amount' },
  { flags: '--no-color', means: 'no colours; the default without a terminal or with NO_COLOR' },
  { flags: '--quiet', means: 'print results only' },
  { flags: '-y, --yes', means: 'answer yes to every question' },
  { flags: '--no-input', means: 'never ask' },
];
