import { Forbidden } from '@waybill/client';
import { useCallback, useState } from 'react';
import { commandIdOf, forgetPendingCommand } from '../session/pending-command.ts';
import { usePreferences } from '../session/preferences.ts';
import { useReturn } from '../session/use-return.ts';
import { shortTime } from '../time/format.ts';
import { serverClock } from '../time/server-clock.ts';
import { type Result, type Verdict, verdictOf } from './verdict.ts';

type Send = (commandId: string) => Promise<Result>;

/** `of`: identifies the command, by its action and target. `done`: the text of its success. */
type Command = { of: readonly unknown[]; done: string };

/**
 * Sends a command and keeps its verdict: a refusal until the next verdict, or until a connection that was lost is back and shows
 * the state. Until there is a verdict, the command keeps its id, so that sending it twice has one effect. `isUnsure`: the last
 * command had no response, so it may have been done.
 */
export function useCommand() {
  const { zone } = usePreferences();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>();
  const [isUnsure, setIsUnsure] = useState(false);
  useReturn(() => setVerdict((last) => (last?.accepted ? last : undefined)));

  const run = async ({ of, done }: Command, send: Send): Promise<Verdict | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    const reached = await attempt(send, done, zone, commandIdOf(of));
    if (!reached.unanswered) forgetPendingCommand();
    setVerdict(reached);
    setIsUnsure(reached.unanswered === true);
    setBusy(false);
    return reached;
  };
  const forget = useCallback(() => {
    setVerdict(undefined);
    setIsUnsure(false);
  }, []);
  return { run, busy, verdict, isUnsure, forget };
}

async function attempt(send: Send, done: string, zone: string, commandId: string): Promise<Verdict> {
  try {
    return verdictOf(await send(commandId), done, (iso) => shortTime(iso, zone, serverClock.now()));
  } catch (error) {
    if (error instanceof Forbidden) return { accepted: false, text: error.message };
    const text = error instanceof Error ? error.message : String(error);
    return { accepted: false, text: `${text}. Send it again: it will not be done twice`, unanswered: true };
  }
}
