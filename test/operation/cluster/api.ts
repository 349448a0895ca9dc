import { readFileSync } from 'node:fs';
import { request } from 'node:https';

export const adminToken = 'a-token-that-only-this-test-knows';

/** As much of any object as the proof looks at. */
export type Kubernetes = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: { replicas?: number; template?: { spec: { containers: { image: string }[] } } };
  status?: {
    phase?: string;
    active?: number;
    readyReplicas?: number;
    disruptionsAllowed?: number;
    conditions?: { type: string; status: string; reason?: string }[];
  };
};

/** Which objects: of this kind, in a namespace or everywhere. */
export type Which = Pick<Kubernetes, 'apiVersion' | 'kind'> & { metadata?: { namespace?: string } };
type Answer = { status: number; warnings: string[]; body: string };
export type Api = ReturnType<typeof apiAt>;

/** The API of a cluster, by the certificate in this file. */
export function apiAt(port: number, certificate: string) {
  const ask = (method: string, path: string, body?: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
      const options = { host: '127.0.0.1', port, path, method, headers, ca: readFileSync(certificate) };
      const req = request(options, async (answer) => {
        const text = (await answer.toArray()).join('');
        const warnings = [answer.headers.warning ?? []].flat();
        resolve({ status: answer.statusCode ?? 0, warnings, body: text });
      });
      req.once('error', reject);
      req.end(body && JSON.stringify(body));
    });
  return {
    isReady: () =>
      ask('GET', '/readyz').then(
        ({ status }) => status === 200,
        () => false,
      ),
    create: (object: Kubernetes, query = '') => ask('POST', `${pathOf(object)}${query}`, object),
    list: async (which: Which): Promise<Kubernetes[]> => JSON.parse((await ask('GET', pathOf(which))).body).items ?? [],
  };
}

function pathOf({ apiVersion, kind, metadata }: Which): string {
  const group = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const within = metadata?.namespace ? `/namespaces/${metadata.namespace}` : '';
  return `${group}${within}/${`${kind.toLowerCase()}s`.replace(/ys$/, 'ies')}`;
}
