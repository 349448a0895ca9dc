import { connect } from 'node:http2';

const service = '/temporal.api.workflowservice.v1.WorkflowService';

/** One field of a message that holds others, or bytes: its number and type, its length, and what is in it. */
const field = (number: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2, content.length]), content]);

const theNamespace = field(1, Buffer.from('default'));

/** 30 days as a `Duration { seconds }`: 2,592,000, in groups of seven bits. */
const thirtyDays = Buffer.from([0x08, 0x80, 0x9a, 0x9e, 0x01]);

/** `UpdateNamespaceRequest { namespace: "default", config: { workflow_execution_retention_ttl } }`. */
const longRetention = Buffer.concat([theNamespace, field(3, field(1, thirtyDays))]);

/**
 * Whether an engine at the address answers a real call: an open port or a health check with SERVING is not enough,
 * because the namespace becomes available later.
 */
export const engineAnswers = (address: string, withinMs = 2_000): Promise<boolean> =>
  calls(address, 'DescribeNamespace', theNamespace, withinMs);

/**
 * Sets the retention of closed workflows to 30 days instead of one: that long the engine itself recognises repeated
 * orders. True on success.
 */
export const keepsClosedWorkflows = (address: string, withinMs = 2_000): Promise<boolean> =>
  calls(address, 'UpdateNamespace', longRetention, withinMs);

/** Plain HTTP/2, because loading Temporal's client takes longer than this call. True on success. */
function calls(address: string, method: string, message: Buffer, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const settle = (answers: boolean) => {
      session.destroy();
      resolve(answers);
    };
    session.setTimeout(withinMs, () => settle(false));
    session.once('error', () => settle(false));
    const headers = { ':method': 'POST', 'content-type': 'application/grpc', te: 'trailers' };
    const call = session.request({ ...headers, ':path': `${service}/${method}` }, { endStream: false });
    call.once('error', () => settle(false));
    call.once('response', (answer) => answer['grpc-status'] !== undefined && settle(answer['grpc-status'] === '0'));
    call.once('trailers', (trailers) => settle(trailers['grpc-status'] === '0'));
    call.resume();
    call.end(Buffer.concat([Buffer.from([0, 0, 0, 0, message.length]), message]));
  });
}
