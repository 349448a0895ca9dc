import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { globalOptions } from '../command/global-options.ts';
import { usage } from '../problems/problems.ts';

type Rows = Context['commands'];

export async function run({ output, commands }: Context, { args: [shell = ''] }: Call<object>): Promise<undefined> {
  const script = scripts[shell];
  if (!script) throw usage(`There is no completion for "${shell}"; choose one of ${Object.keys(scripts).join(', ')}`);
  for (const line of script(commands)) output.terminal.say(line);
}

const longOf = (flags: string) => /--[\w-]+/.exec(flags)?.[0] ?? flags;
const globals = globalOptions.map(({ flags }) => longOf(flags));

/** The values of the options that have a known set of them. */
const valuesOf = ({ options = [] }: Rows[number]) =>
  [...options, ...globalOptions].flatMap(({ flags, choices, words = choices }) =>
    words ? [{ long: longOf(flags), words }] : [],
  );

/** What may follow the words so far: the first word of a command, the second, its arguments or its options. */
function continuations(commands: Rows): Map<string, string[]> {
  const words = new Map<string, string[]>([['', []]]);
  const add = (before: string, word: string) => {
    const known = words.get(before) ?? [];
    if (!known.includes(word)) words.set(before, [...known, word]);
  };
  for (const { name, words: ofArguments = [], options = [] } of commands) {
    const [first = '', second] = name.split(' ');
    add('', first);
    if (second) add(first, second);
    for (const word of ofArguments) add(name, word);
    for (const option of [...options.map(({ flags }) => longOf(flags)), ...globals]) add(name, option);
  }
  return words;
}

const scripts: Readonly<Record<string, (commands: Rows) => string[]>> = {
  bash: (commands) => [
    '_waybill() {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell expands it
    '  local words="${COMP_WORDS[*]:1:COMP_CWORD-1}" reply',
    '  case "$words" in',
    ...commands.flatMap((row) =>
      valuesOf(row).map(({ long, words }) => `    "${row.name}"*"${long}") reply="${words.join(' ')}" ;;`),
    ),
    ...[...continuations(commands)]
      .reverse()
      .map(([before, words]) => `    "${before}"${before ? '*' : ''}) reply="${words.join(' ')}" ;;`),
    '  esac',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell expands it
    '  COMPREPLY=($(compgen -W "$reply" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -F _waybill waybill',
  ],
  zsh: (commands) => ['autoload -U +X bashcompinit && bashcompinit', ...(scripts.bash?.(commands) ?? [])],
  fish: (commands) => [
    'complete -c waybill -f',
    ...commands.map(({ name, means }) => {
      const [first = '', second] = name.split(' ');
      const condition = second ? `__fish_seen_subcommand_from ${first}` : '__fish_use_subcommand';
      return `complete -c waybill -n '${condition}' -a ${second ?? first} -d '${means.replaceAll("'", "\\'")}'`;
    }),
    ...commands.flatMap((row) => {
      const seen = `-n '${row.name
        .split(' ')
        .map((word) => `__fish_seen_subcommand_from ${word}`)
        .join('; and ')}'`;
      return [
        ...(row.words ? [`complete -c waybill ${seen} -a '${row.words.join(' ')}'`] : []),
        ...valuesOf(row).map(
          ({ long, words }) => `complete -c waybill ${seen} -l ${long.slice(2)} -x -a '${words.join(' ')}'`,
        ),
      ];
    }),
  ],
};
