const { DefaultFailureConverter } = require('@temporalio/common');

// The SDK loads it by its path, as it is: so no TypeScript.
/** Encodes messages and stack traces of failures as payloads, so that they are encrypted too. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
