import { DefaultFailureConverter } from '@temporalio/common';

/** Encodes messages and stack traces of failures as payloads, so that they are encrypted too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
