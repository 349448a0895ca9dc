import { GraphQLError } from 'graphql';

// What is no business answer: a top-level error, told apart by `extensions.code`.

const refused = (code: string) => (message: string) => new GraphQLError(message, { extensions: { code } });

/** HTTP says it with a status too, where the media type of the answer has room for one. */
export const unauthenticated = () =>
  new GraphQLError('Authentication required: send a token as "Authorization: Bearer …"', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, spec: true } },
  });
/** `field` is the input field whose value is not permitted, where another value would be. */
export const forbidden = (field?: string) =>
  new GraphQLError(field ? `Your role does not permit this ${field}` : 'Your role does not permit this', {
    extensions: { code: 'FORBIDDEN', ...(field ? { field } : {}) },
  });

/** An argument that no answer can be given to: a page size, a cursor, a filter. The desk throws it for cursors it did not make. */
export const badUserInput = refused('BAD_USER_INPUT');

const retryAfterSeconds = 5;

/** A service that is needed failed: the same request may succeed later. */
export const unavailable = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds } });

/** Ends a subscription to an order that this viewer cannot see, or that nobody can. */
export const noSuchOrder = (id: string) => refused('ORDER_NOT_FOUND')(`There is no order ${id}`);

/** The same for a run. */
export const noSuchRun = (id: string) => refused('RUN_NOT_FOUND')(`There is no run ${id}`);
