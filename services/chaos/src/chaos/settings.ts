import type { ChangeChaos, ChaosOperation, ChaosSettings, FieldProblem } from '@waybill/contracts';
import { type Operation, operations, outcomesOf, type Plan } from './plan.ts';
import { type Profile, plans } from './profiles.ts';

/** The plan and the seed of fault injection. */
export type Settings = { profile: Profile | 'custom'; seed: string; plan: Plan };

export const defaultSettings: Settings = { profile: 'calm', seed: 'waybill', plan: plans.calm };

/** The settings after a change that has no problems. */
export function changed({ profile, seed, plan }: Settings, change: ChangeChaos): Settings {
  const nextProfile = change.profile ?? profile;
  const base = nextProfile === 'custom' ? plan : plans[nextProfile];
  const own = (change.operations ?? []).map(({ operation, shares }) => [operation, shares]);
  return {
    profile: own.length > 0 ? 'custom' : nextProfile,
    seed: change.seed ?? seed,
    plan: { ...base, ...Object.fromEntries(own) },
  };
}

/** The problems of plans for operations, by field. */
export const problemsOfPlan = (planned: readonly ChaosOperation[]): FieldProblem[] => [
  ...problemsOfRepeats(planned, 'operations'),
  ...planned.flatMap(({ operation, shares }, index) => {
    const path = ['operations', String(index)];
    if (!isOperation(operation)) return [{ path: [...path, 'operation'], message: unknownOperation }];
    const outcomes = shares.map(({ outcome }) => outcome);
    const strange = [
      ...problemsOfOutcomes(operation, outcomes, [...path, 'shares']),
      ...repeats(outcomes).map((at) => ({ path: [...path, 'shares', `${at}`, 'outcome'], message: namedTwice })),
    ];
    const sum = shares.reduce((total, { percent }) => total + percent, 0);
    const unequal = Math.abs(sum - 100) > 0.001;
    return unequal ? [...strange, { path: [...path, 'shares'], message: `add up to ${sum}, not to 100` }] : strange;
  }),
];

/** Refuses repeated operations, of which only the last would have an effect. */
export const problemsOfRepeats = (named: readonly { operation: string }[], list: string): FieldProblem[] =>
  repeats(named.map(({ operation }) => operation)).map((at) => ({
    path: [list, `${at}`, 'operation'],
    message: namedTwice,
  }));

const namedTwice = 'is named twice';

/** The indexes of repeated names. */
const repeats = (names: readonly string[]): number[] =>
  names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));

export function problemsOfOutcomes(operation: Operation, outcomes: readonly string[], path: string[]): FieldProblem[] {
  const possible: readonly string[] = outcomesOf(operation);
  return outcomes.flatMap((outcome, index) =>
    possible.includes(outcome)
      ? []
      : [{ path: [...path, String(index)], message: `must be one of ${possible.join(', ')}` }],
  );
}

export const unknownOperation = `must be one of ${operations.join(', ')}`;

export const isOperation = (name: string): name is Operation => (operations as readonly string[]).includes(name);

/** The settings in the form of the wire. */
export const describedSettings = ({ profile, seed, plan }: Settings): ChaosSettings => ({
  profile,
  seed,
  operations: operations.map((operation) => ({
    operation,
    shares: [...plan[operation]],
    outcomes: [...outcomesOf(operation)],
  })),
});
