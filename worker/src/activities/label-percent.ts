import { Context } from '@temporalio/activity';

/**
 * Heartbeats the percentage of a label, so that the engine knows that the attempt is alive and subscribers see the
 * progress. While the carrier does not answer, the last percentage is repeated, even that of an earlier attempt.
 * Returns a stop function.
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
