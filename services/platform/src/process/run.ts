import { BadSettings } from '@waybill/contracts/settings';
import { faultIn, faultLine } from '../log/fault.ts';
import type { Log } from '../log/log.ts';
import { endWithSupervisor } from './supervisor.ts';

export type Service = {
  stop: () => Promise<void>;
  /** How long it may take by its settings to stop. */
  stopsWithinMs?: number;
};

/** A service that has not stopped this long after its limit is stuck. */
const stopMarginMs = 20_000;

/**
 * Runs a service until SIGINT or SIGTERM, then stops it; before it has started, it exits at once. It replaces the
 * listeners that were active while the process was loading. An error at the start, and an unexpected one later, is
 * logged in one line, and the exit code is 1.
 */
export async function runService(log: Log, start: () => Promise<Service>): Promise<void> {
  endWithSupervisor();
  let service: Service | undefined;
  let leaving = false;
  const leave = () => {
    if (leaving) return; // a terminal and a supervisor may both send one
    leaving = true;
    if (!service) process.exit(0);
    const { stopsWithinMs = 0 } = service;
    setTimeout(() => fail(log, 'it does not stop', 'cannot stop'), stopsWithinMs + stopMarginMs);
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(log, messageOf(error), 'cannot stop'),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal).on(signal, leave);
  process.on('uncaughtException', (error) => fail(log, faultIn(error), 'ended by an unexpected error'));
  process.on('unhandledRejection', (error) => fail(log, faultIn(error), 'ended by an unexpected error'));
  try {
    service = await start();
  } catch (error) {
    fail(log, messageOf(error), 'cannot start');
  }
}

/** Runs one task and exits. An error is logged in one line, and the exit code is 1. */
export async function runCommand(log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fail(log, messageOf(error), 'cannot go on');
  }
}

function fail(log: Log, error: string, what: string): never {
  log.fatal({ error }, what);
  process.exit(1);
}

const messageOf = (error: unknown) => (error instanceof BadSettings ? error.message : faultLine(error));
