import type { CommandRow } from '../command/command.ts';
import { roles } from '../session/profiles.ts';

const stack = () => import('../commands/stack.ts');
const session = () => import('../commands/session.ts');

export const systemCommands: readonly CommandRow[] = [
  {
    name: 'start',
    means: 'Start Waybill on this machine, as `npm start` does.',
    options: [
      { flags: '-d, --detach', means: 'run it in the background' },
      { flags: '--no-sample', means: 'place no sample order; in the background none is placed' },
    ],
    example: 'waybill start --detach',
    prints: 'nothing; messages go to stderr',
    fields: [],
    load: async () => ({ run: (await stack()).start }),
  },
  {
    name: 'stop',
    means: 'Stop only what was started in this clone and state folder.',
    example: 'waybill stop',
    prints: 'nothing; messages go to stderr',
    fields: [],
    load: async () => ({ run: (await stack()).stop }),
  },
  {
    name: 'restart',
    means: 'Stop Waybill, and start it in the background.',
    example: 'waybill restart',
    prints: 'nothing; messages go to stderr',
    fields: [],
    load: async () => ({ run: (await stack()).restart }),
  },
  {
    name: 'logs',
    means: 'Show the end of the logs on this machine.',
    args: '[service]',
    options: [
      { flags: '--service <name>', means: 'the same as the argument' },
      { flags: '-f, --follow', means: 'also print new entries' },
      { flags: '-n, --lines <n>', means: 'lines of each log (default: 20)' },
    ],
    example: 'waybill logs gateway -f',
    prints: 'the lines of the services, in JSON except those of the engine',
    fields: [],
    load: () => import('../commands/logs.ts'),
  },
  {
    name: 'ui',
    means: "Open Temporal's UI, at an order if one is named.",
    args: '[order]',
    example: 'waybill ui ORD-1',
    prints: 'url',
    fields: ['url', 'id'],
    load: () => import('../commands/ui.ts'),
  },
  {
    name: 'login',
    means: 'Store the URL of the gateway and your identity in a profile.',
    options: [
      { flags: '--role <role>', means: 'the role of a development token', choices: roles },
      { flags: '--token-stdin', means: 'read the token from stdin' },
    ],
    example: 'waybill login --url https://shop.example/graphql --token-stdin < token',
    prints: 'profile, url, id, role',
    fields: ['profile', 'url', 'id', 'role'],
    load: async () => ({ run: (await session()).login }),
  },
  {
    name: 'logout',
    means: 'Delete a profile.',
    example: 'waybill logout',
    prints: 'profile, removed',
    fields: ['profile', 'removed'],
    load: async () => ({ run: (await session()).logout }),
  },
  {
    name: 'whoami',
    means: 'Show your identity and the URL of the gateway.',
    example: 'waybill whoami',
    prints: 'id, role, actions, expiresAt, url, from',
    fields: ['id', 'role', 'actions', 'expiresAt', 'url', 'from'],
    load: async () => ({ run: (await session()).whoami }),
  },
  {
    name: 'demo',
    means: 'Show what Waybill does: eight short scenes.',
    args: '[number]',
    options: [{ flags: '--id <id>', means: 'the order id of scene 6' }],
    example: 'waybill demo 5 --yes',
    prints: 'scene, orders',
    fields: ['scene', 'orders'],
    load: () => import('../demo/demo.ts'),
  },
  {
    name: 'api',
    means: 'Send a GraphQL document of your own.',
    args: '[document]',
    options: [
      { flags: '--query <document>', means: 'the same as the argument' },
      { flags: '-f, --file <file>', means: 'a file with the document; - reads stdin' },
      { flags: '--var <name=value>', means: 'a variable, as JSON or text; repeatable', repeats: true },
    ],
    example: "waybill api '{ viewer { id role } }'",
    prints: 'the data; for a subscription a line for each result',
    fields: 'of its document',
    load: () => import('../commands/api.ts'),
  },
  {
    name: 'completion',
    means:
      "Print the completion script for a shell. In a clone, `alias waybill='npx --no -- waybill'` is completed too.",
    args: '<shell>',
    words: ['bash', 'zsh', 'fish'],
    example: 'waybill completion bash > ~/.local/share/bash-completion/completions/waybill',
    prints: 'a script for bash, zsh or fish',
    fields: [],
    load: () => import('../commands/completion.ts'),
  },
];
