import type { Viewer } from '@waybill/graphql';

/** The most powerful first. */
const roles = [
  ['operator', 'OPERATOR'],
  ['manager', 'MANAGER'],
  ['customer', 'CUSTOMER'],
] as const satisfies [string, Viewer['role']][];

/** The role in a claim, which may be a list with roles of other services; undefined if it contains none. */
export function roleIn(payload: object, claim: string): Viewer['role'] | undefined {
  const said = claimIn(payload, claim);
  const names: unknown[] = Array.isArray(said) ? said : [said];
  return roles.find(([name]) => names.includes(name))?.[1];
}

/** Names of claims are often URLs, which contain dots: the whole name is tried first. */
const claimIn = (payload: object, claim: string): unknown =>
  fieldOf(payload, claim) ?? claim.split('.').reduce<unknown>(fieldOf, payload);

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
