import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth';
import type { Money } from '@waybill/contracts/domain';
import type { GraphQLField } from 'graphql';
import type { AuditPort } from '../audit/port.ts';
import type { CataloguePort } from '../catalogue/port.ts';
import type { ChaosPort } from '../chaos/port.ts';
import type { OrderPort } from '../order/port.ts';
import type { RunPort, UserContextPort } from '../run/port.ts';
import type { ServicesPort } from '../service/port.ts';
import { forbidden, unauthenticated } from './request-errors.ts';
import { scopesOf, type Viewer } from './scopes.ts';

export type { Viewer };

/** The largest page of a list, and the most lines of an order. */
export type ListLimits = { page: number; items: number };

/** The context of one request. The ports are created for its viewer; the schema decides what the viewer may do. */
export type Context = {
  viewer: Viewer | null;
  /** Expiry of the viewer's token, RFC 3339; null without a token or expiry. */
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
  // Authorization runs before all other plugins.
  plugins: [ScopeAuthPlugin, ErrorsPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: { directResult: true },
  // The gateway enforces the cost together with its other limits, before execution.
  complexity: { disabled: true, defaultListMultiplier: 10 },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: scopesOf,
    unauthorizedError: (_parent, { viewer }, _info, { failure }) =>
      viewer ? forbidden(viewer, { field: fieldOf(failure), ...neededBy(scopesIn(failure)) }) : unauthenticated(),
  },
});

/**
 * The error that refuses this field to the viewer whatever its arguments are; undefined if it is permitted or depends
 * on them.
 */
export function refusalByRole({ extensions }: GraphQLField<unknown, unknown>, viewer: Viewer | null) {
  if (!viewer) return unauthenticated();
  const { authScopes } = (extensions.pothosOptions ?? {}) as { authScopes?: unknown };
  if (typeof authScopes !== 'object' || authScopes === null) return undefined;
  const held: Record<string, unknown> = scopesOf({ viewer });
  const scopes = Object.keys(authScopes);
  return scopes.some((scope) => held[scope] === true) ? undefined : forbidden(viewer, neededBy(scopes));
}

/** The scopes that were required, and not held. */
const scopesIn = (failure: AuthFailure): string[] => {
  if ('failures' in failure) return failure.failures.flatMap(scopesIn);
  return 'scope' in failure ? [failure.scope as string] : [];
};

const neededBy = (scopes: readonly string[]) => (scopes.includes('operator') ? { needs: 'OPERATOR' as const } : {});

/** The input field on which a scope depends. */
const fieldOf = (failure: AuthFailure): string | undefined =>
  scopesIn(failure)
    .map((scope) => fieldOfScope[scope])
    .find((field) => field !== undefined);

const fieldOfScope: Partial<Record<string, string>> = { ordersFor: 'customerId', contextsOf: 'userId' };

const signedIn = { authScopes: { signedIn: true } };

builder.queryType({ description: 'Read operations.', ...signedIn });
builder.mutationType({ description: 'Write operations. Each returns a payload or a named error.', ...signedIn });
builder.subscriptionType({ description: 'Live updates.', ...signedIn });

/** Builds the fields that several types have. */
export type FieldBuilder<Shape> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Shape>;
