import { GraphQLError } from 'graphql';
import type { Viewer } from './scopes.ts';

// Top-level errors, distinguished by `extensions.code`.

const refused = (code: string) => (message: string) => new GraphQLError(message, { extensions: { code } });

/** Over HTTP the status tells it too, if the media type of the response allows that. */
export const unauthenticated = () =>
  new GraphQLError('Authentication required: send a token as "Authorization: Bearer …"', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, spec: true } },
  });
type Denied = {
  /** The input field whose value is not permitted, if another value would be. */
  field?: string | undefined;
  /** Who may do it, besides those whose own it is. */
  needs?: 'MANAGER or OPERATOR' | 'OPERATOR';
};

export const forbidden = ({ role }: Viewer, { field, needs = 'MANAGER or OPERATOR' }: Denied = {}) =>
  new GraphQLError(
    `Your role does not permit this${field ? ` ${field}` : ''}: it needs ${needs}, and yours is ${role}`,
    {
      extensions: { code: 'FORBIDDEN', ...(field ? { field } : {}) },
    },
  );

/** An invalid argument: a page size, a cursor, a filter. The ports throw it for unknown cursors. */
export const badUserInput = refused('BAD_USER_INPUT');

const retryAfterSeconds = 5;

/** A required service failed: the same request may succeed later. */
export const unavailable = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds } });

/** Ends a subscription to an order that does not exist or is not visible to the viewer. */
export const noSuchOrder = (id: string) => refused('ORDER_NOT_FOUND')(`There is no order ${id}`);

/** The same for a run. */
export const noSuchRun = (id: string) => refused('RUN_NOT_FOUND')(`There is no run ${id}`);
