import type { RunKind } from '@waybill/contracts/domain';
import type { Random } from '@waybill/random';

/** What is said to a standing order. */
export type StandingCommand = 'pause' | 'resume' | 'skip' | 'stop';

export type RunWish = {
  runId: string;
  kind: RunKind;
  /** What runs is cancelled while it may be. */
  isCancelled: boolean;
  /** What a standing order is told, one after the other; it always gets to its end by these. */
  commands: StandingCommand[];
  /** How long somebody waits before each command. */
  afterMs: number;
  /** What is given back of a payment once it is over, in dollars; '' for all of it. */
  refunds: string[];
};

const commandsOfStandingOrders: readonly [StandingCommand[], ...StandingCommand[][]] = [
  [],
  ['pause', 'resume'],
  ['pause', 'stop'],
  ['skip', 'stop'],
  ['skip'],
  ['pause', 'skip', 'resume', 'stop'],
];

/** The next run and its commands, all drawn before any fault. */
export function runWishOf(random: Random, number: number, seed: number): RunWish {
  const kind = random.oneOf<RunKind>(['PAYMENT', 'PAYMENT', 'STANDING_ORDER', 'USER_CONTEXT', 'GREETING']);
  return {
    runId: `${kind === 'STANDING_ORDER' ? 'STO' : 'RUN'}-T-${seed}-${number}`,
    kind,
    isCancelled: random.next() < 0.3,
    commands: kind === 'STANDING_ORDER' ? random.oneOf(commandsOfStandingOrders) : [],
    afterMs: random.between(0, 3_000),
    refunds: kind === 'PAYMENT' ? random.oneOf([[], ['3.00'], ['3.00', '4.00'], [''], ['3.00', '']]) : [],
  };
}
