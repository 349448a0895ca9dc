import { connect } from 'node:http2';

/** `DescribeNamespaceRequest { namespace: "default" }` as a gRPC message: five bytes of frame, then field 1. */
const askForNamespace = Buffer.concat([Buffer.from([0, 0, 0, 0, 9, 0x0a, 7]), Buffer.from('default')]);

const describeNamespace = {
  ':method': 'POST',
  ':path': '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace',
  'content-type': 'application/grpc',
  te: 'trailers',
};

/**
 * True when an engine at the address answers a real call: a port that is open, or a health check that says SERVING,
 * comes before the namespace can be used. Bare HTTP/2, because Temporal's own client takes longer to load than this
 * takes to answer.
 */
export function engineAnswers(address: string, withinMs = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const settle = (answers: boolean) => {
      session.destroy();
      resolve(answers);
    };
    session.setTimeout(withinMs, () => settle(false));
    session.once('error', () => settle(false));
    const call = session.request(describeNamespace, { endStream: false });
    call.once('error', () => settle(false));
    call.once('response', (headers) => headers['grpc-status'] !== undefined && settle(headers['grpc-status'] === '0'));
    call.once('trailers', (trailers) => settle(trailers['grpc-status'] === '0'));
    call.resume();
    call.end(askForNamespace);
  });
}
