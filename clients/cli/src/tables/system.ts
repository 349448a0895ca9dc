import type { CommandRow } from '../command.ts';
import { roles } from '../session/profiles.ts';

const stack = () => import('../commands/stack.ts');
const session = () => import('../commands/session.ts');

export const systemCommands: readonly CommandRow[] = [
  {
    name: 'start',
    means: 'Start Waybill on this machine, as `npm start` does.',
    options: [
      { flags: '-d, --detach', means: 'leave it running in the background' },
      { flags: '--no-sample', means: 'place no sample order' },
    ],
    example: 'waybill start --detach',
    prints: 'nothing: what it says is on stderr',
    load: async () => ({ run: (await stack()).start }),
  },
  {
    name: 'stop',
    means: 'Stop what was started in this clone and state folder, and only that.',
    example: 'waybill stop',
    prints: 'nothing: what it says is on stderr',
    load: async () => ({ run: (await stack()).stop }),
  },
  {
    name: 'restart',
    means: 'Stop it, and start it in the background.',
    example: 'waybill restart',
    prints: 'nothing: what it says is on stderr',
    load: async () => ({ run: (await stack()).restart }),
  },
  {
    name: 'logs',
    means: 'Show the end of the logs of this machine.',
    args: '[service]',
    options: [
      { flags: '--service <name>', means: 'the same as the argument' },
      { flags: '-f, --follow', means: 'also what comes' },
      { flags: '-n, --lines <n>', means: 'so many lines of each; 20 where not given' },
    ],
    example: 'waybill logs gateway -f',
    prints: 'the lines as the services wrote them, which is JSON for all but the engine',
    load: () => import('../commands/logs.ts'),
  },
  {
    name: 'ui',
    means: "Open Temporal's UI, at an order where one is named.",
    args: '[order]',
    example: 'waybill ui ORD-1',
    prints: 'url',
    load: () => import('../commands/ui.ts'),
  },
  {
    name: 'login',
    means: 'Keep where the gateway is and who is asking, in a profile.',
    options: [
      { flags: '--role <role>', means: 'of a development token', choices: roles },
      { flags: '--token-stdin', means: 'a token, read from stdin' },
    ],
    example: 'waybill login --url https://shop.example/graphql --token-stdin < token',
    prints: 'profile, url, id, role',
    load: async () => ({ run: (await session()).login }),
  },
  {
    name: 'logout',
    means: 'Forget a profile.',
    example: 'waybill logout',
    prints: 'profile, removed',
    load: async () => ({ run: (await session()).logout }),
  },
  {
    name: 'whoami',
    means: 'Say who is asking, and where.',
    example: 'waybill whoami',
    prints: 'id, role, actions, expiresAt, url, from',
    load: async () => ({ run: (await session()).whoami }),
  },
  {
    name: 'demo',
    means: 'Show what Waybill does: eight short scenes.',
    args: '[number]',
    options: [{ flags: '--id <id>', means: 'the id that scene 6 gives its order' }],
    example: 'waybill demo 5 --yes',
    prints: 'scene, orders',
    load: () => import('../commands/demo.ts'),
  },
  {
    name: 'api',
    means: 'Send a GraphQL document of your own.',
    options: [
      { flags: '--query <document>', means: 'the document' },
      { flags: '-f, --file <file>', means: 'a file that holds it; - is stdin' },
      { flags: '--var <name=value>', means: 'a variable, JSON or text; again for each further one', repeats: true },
    ],
    example: "waybill api --query '{ viewer { id role } }'",
    prints: 'the data; of a subscription a line for each result',
    load: () => import('../commands/api.ts'),
  },
  {
    name: 'completion',
    means: 'Print the completion of a shell.',
    args: '<shell>',
    example: 'waybill completion bash > ~/.local/share/bash-completion/completions/waybill',
    prints: 'a script for bash, zsh or fish',
    load: () => import('../commands/completion.ts'),
  },
];
