import { useCallback, useRef, useState } from 'react';
import { usePreferences } from '../session/preferences.ts';
import { shortTime } from '../time/format.ts';
import { serverClock } from '../time/server-clock.ts';
import { type Result, type Verdict, verdictOf } from './verdict.ts';

type Send = (commandId: string) => Promise<Result>;

/** Sends a command and keeps its verdict. Until there is one, the same command keeps its id: sent twice, it is done once. */
export function useCommand() {
  const { zone } = usePreferences();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>();
  const commandId = useRef<string>(undefined);

  const run = async (send: Send, done: string): Promise<Verdict | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    commandId.current ??= crypto.randomUUID();
    const reached = await attempt(send, done, zone, commandId.current);
    if (reached.final) commandId.current = undefined;
    setVerdict(reached.verdict);
    setBusy(false);
    return reached.verdict;
  };
  const forget = useCallback(() => setVerdict(undefined), []);
  return { run, busy, verdict, forget };
}

async function attempt(send: Send, done: string, zone: string, commandId: string) {
  try {
    const verdict = verdictOf(await send(commandId), done, (iso) => shortTime(iso, zone, serverClock.now()));
    return { verdict, final: true };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { verdict: { accepted: false, text: `${text}. Send it again: it will not be done twice` }, final: false };
  }
}
