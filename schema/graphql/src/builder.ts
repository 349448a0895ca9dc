import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth';
import type { Money } from '@waybill/contracts/domain';
import type { GraphQLField } from 'graphql';
import type { AuditPort } from './audit/port.ts';
import type { CataloguePort } from './catalogue/port.ts';
import type { ChaosPort } from './chaos/port.ts';
import type { OrderPort } from './order/port.ts';
import { forbidden, unauthenticated } from './request-errors.ts';
import type { RunPort, UserContextPort } from './run/port.ts';
import { scopesOf, type Viewer } from './scopes.ts';
import type { ServicesPort } from './service/port.ts';

export type { Viewer };

/** How large a page of a list, and how long an order, may be. */
export type ListLimits = { page: number; items: number };

/** What one request brings. The desks are made for this request's viewer; the schema decides what that viewer may ask. */
export type Context = {
  viewer: Viewer | null;
  /** When the viewer's token expires, RFC 3339; null where there is none, or it says no year before 10000. */
  expiresAt: string | null;
  orders: OrderPort;
  catalogue: CataloguePort;
  chaos: ChaosPort;
  services: ServicesPort;
  audit: AuditPort;
  runs: RunPort;
  userContexts: UserContextPort;
  correlationId: string;
  limits: ListLimits;
};

type Scalar<Input, Output = Input> = { Input: Input; Output: Output };

type Types = {
  Context: Context;
  DefaultFieldNullability: false;
  AuthScopes: { signedIn: boolean; staff: boolean; operator: boolean; ordersFor: string; contextsOf: string };
  Scalars: {
    ID: Scalar<string>;
    DateTime: Scalar<string>;
    Duration: Scalar<string>;
    Decimal: Scalar<string>;
    CurrencyCode: Scalar<string>;
    JSON: Scalar<unknown>;
    Cursor: Scalar<string>;
  };
  Objects: { Money: Money };
};
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>;

export const builder = new SchemaBuilder<Types>({
  // Authorization comes first: what follows it never runs for someone without the right.
  plugins: [ScopeAuthPlugin, ErrorsPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  // The gateway enforces the cost with its other limits, before execution.
  complexity: { disabled: true, defaultListMultiplier: 10 },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: scopesOf,
    unauthorizedError: (_parent, { viewer }, _info, { failure }) =>
      viewer ? forbidden(fieldOf(failure)) : unauthenticated(),
  },
});

/** What refuses this field to the viewer whatever its arguments are; undefined where it is permitted, or they decide. */
export function refusalByRole({ extensions }: GraphQLField<unknown, unknown>, viewer: Viewer | null) {
  if (!viewer) return unauthenticated();
  const { authScopes } = (extensions.pothosOptions ?? {}) as { authScopes?: unknown };
  if (typeof authScopes !== 'object' || authScopes === null) return undefined;
  const held: Record<string, unknown> = scopesOf({ viewer });
  return Object.keys(authScopes).some((scope) => held[scope] === true) ? undefined : forbidden();
}

/** The input field on which a scope depends. */
const fieldOf = (failure: AuthFailure): string | undefined => {
  if ('failures' in failure) return failure.failures.map(fieldOf).find((field) => field !== undefined);
  return 'scope' in failure ? fieldOfScope[failure.scope as string] : undefined;
};

const fieldOfScope: Partial<Record<string, string>> = { ordersFor: 'customerId', contextsOf: 'userId' };

const signedIn = { authScopes: { signedIn: true } };

builder.queryType({ description: 'Read operations.', ...signedIn });
builder.mutationType({ description: 'Write operations. Each returns a payload or a named error.', ...signedIn });
builder.subscriptionType({ description: 'Live updates.', ...signedIn });
