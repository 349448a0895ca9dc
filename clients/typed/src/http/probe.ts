import { Refused, Unavailable } from '../protocol/errors.ts';
import { abortable, type Scope } from '../timing/abort.ts';
import { createDeadline } from '../timing/deadline.ts';
import { answerIn, dataOf, type Fetch, post } from './http.ts';
import type { Tokens } from './tokens.ts';

type ProbeOptions = { url: string; fetch: Fetch; tokens: Tokens; scope: Scope; silenceMs: number };

/** Asks over HTTP why no socket can be opened. Undefined when HTTP works: then the cause remains unknown. */
export const createProbe =
  ({ url, fetch, tokens, scope, silenceMs }: ProbeOptions) =>
  async (): Promise<Refused | Unavailable | undefined> => {
    const { controller, signal, leave } = scope.enter();
    const deadline = createDeadline(silenceMs, () => controller.abort(new Unavailable('TIMEOUT', 'No answer')));
    try {
      deadline.start();
      const token = await abortable(tokens.current(), signal);
      const body = { query: '{__typename}' };
      dataOf(await answerIn(await post({ url, fetch, token, signal, body, headers: {} }), signal));
      return undefined;
    } catch (error) {
      return error instanceof Refused || error instanceof Unavailable ? error : undefined;
    } finally {
      deadline.stop();
      leave();
    }
  };
