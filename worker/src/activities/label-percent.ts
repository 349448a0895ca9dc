import { Context } from '@temporalio/activity';

/**
 * Heartbeats how far a label is, so that the engine knows that the attempt lives and everyone sees it grow. A carrier
 * that does not say keeps the last percent, also that of an attempt before: the heartbeat goes out all the same. Answers with how to stop.
 */
export function reportPercent(ask: () => Promise<number>, everyMs: number): () => void {
  const context = Context.current();
  let percent = percentBefore(context);
  const beat = async () => {
    percent = Math.max(percent, await ask().catch(() => percent));
    context.heartbeat({ percent });
  };
  context.heartbeat({ percent });
  const timer = setInterval(() => void beat(), everyMs);
  return () => clearInterval(timer);
}

function percentBefore({ info }: Context): number {
  const { percent } = (info.heartbeatDetails ?? {}) as { percent?: unknown };
  return typeof percent === 'number' ? percent : 0;
}
