import { Command, Option } from 'commander';
import { version } from '../build-facts.ts';
import type { CommandRow } from '../command/command.ts';
import type { Globals } from '../command/context.ts';
import { globalOptions } from '../command/global-options.ts';
import type { OptionRow } from '../command/option-row.ts';
import { meaningOf } from '../command-table/arguments.ts';
import { commands } from '../command-table/commands.ts';
import { asTyped } from '../problems/command-spelling.ts';
import { usage } from '../problems/problems.ts';

export type Start = (row: CommandRow, globals: Globals, call: { args: string[]; options: object }) => Promise<void>;

const groups: Readonly<Record<string, string>> = {
  chaos: 'Faults that the providers inject',
  stock: 'Stock',
  run: 'Other workflows: user context, payment, greeting, standing order',
};

/** Builds commander's program from the table of commands. */
export function createProgram(start: Start, env: NodeJS.ProcessEnv): Command {
  const program = new Command('waybill')
    .description('Place, watch and decide orders in Waybill.')
    .version(version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the usage of a command')
    .enablePositionalOptions();
  prepare(program);
  for (const row of commands) add(row, parentOf(row, program), { start, env });
  return program;
}

function prepare(command: Command): void {
  command.exitOverride().showSuggestionAfterError();
  command.configureOutput({ outputError: () => undefined });
  for (const option of globalOptions) if (!has(command, option)) command.addOption(optionOf(option));
}

function parentOf({ name }: CommandRow, program: Command): Command {
  const [group = '', leaf] = name.split(' ');
  if (!leaf) return program;
  const found = program.commands.find((command) => command.name() === group);
  if (found) return found;
  const made = program
    .command(group)
    .description(groups[group] ?? '')
    .helpCommand(false)
    .enablePositionalOptions();
  prepare(made);
  return made;
}

function add(row: CommandRow, parent: Command, { start, env }: { start: Start; env: NodeJS.ProcessEnv }): void {
  const command = parent.command(row.name.split(' ').at(-1) ?? row.name).description(row.means);
  if (row.alias) command.alias(row.alias);
  if (row.args) command.arguments(row.args);
  for (const argument of command.registeredArguments) argument.description = meaningOf(row.name, argument.name());
  for (const option of row.options ?? []) command.addOption(optionOf(option));
  prepare(command);
  command.addHelpText('after', `\nExample:\n  ${asTyped(row.example, env)}\n\nPrints: ${row.prints}`);
  command.action(() => start(row, globalsOf(command, row), { args: command.args, options: ownOptions(command, row) }));
}

function optionOf({ flags, means, choices, repeats, required = false }: OptionRow): Option {
  const option = new Option(flags, required ? `${means} (required)` : means).makeOptionMandatory(required);
  if (choices) option.choices([...choices]);
  if (repeats) option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  return option;
}

const has = (command: Command, { flags }: OptionRow) => {
  const { long } = new Option(flags);
  return command.options.some((option) => option.long === long);
};

const nameOf = ({ flags }: OptionRow) => new Option(flags).attributeName();

function ownOptions(command: Command, { options = [] }: CommandRow): object {
  const values = command.opts();
  refuseEmpty(options, (row) => values[nameOf(row)]);
  return Object.fromEntries(
    options.map((row) => [nameOf(row), values[nameOf(row)]]).filter(([, value]) => value !== undefined),
  );
}

/** Refuses an empty value: an unset shell variable would make the command act on everything or everybody. */
function refuseEmpty(rows: readonly OptionRow[], given: (row: OptionRow) => unknown): void {
  const empty = rows.find((row) => !row.mayBeEmpty && [given(row)].flat().includes(''));
  if (empty) throw usage(`${new Option(empty.flags).long}: its value is empty`);
}

/** Global options may precede or follow the command; an option of the command keeps its own meaning. */
function globalsOf(command: Command, { options = [] }: CommandRow): Globals {
  const own = new Set(options.map(nameOf));
  const chain = [command.parent?.parent, command.parent, command];
  const said = chain.flatMap((each) =>
    each
      ? globalOptions
          .map(nameOf)
          .filter((name) => each.getOptionValueSource(name) === 'cli' && !(each === command && own.has(name)))
          .map((name) => [name, each.getOptionValue(name)])
      : [],
  );
  const globals = Object.fromEntries(said);
  refuseEmpty(globalOptions, (row) => globals[nameOf(row)]);
  return globals;
}
