import { inSeconds } from './seconds.ts';
import type { Paint } from './terminal.ts';

type Step = {
  name: string;
  status: string;
  attempt?: number | null | undefined;
  maxAttempts?: number | null | undefined;
  /** When the next attempt comes, if one has failed. */
  nextAttemptAt?: string | null | undefined;
  percent?: number | null | undefined;
  startedAt?: string | null | undefined;
  finishedAt?: string | null | undefined;
  error?: { message: string } | null | undefined;
};

/** What is drawn of an order. */
export type Sighting = { status: string; progress: number; steps: readonly Step[] };

const barWidth = 32;

/** Renders an order: one line per step, and a progress bar. */
export const drawing = (order: Sighting, paint: Paint, now: number): string[] => [
  ...order.steps.map((step) => stepLine(step, paint, now)),
  '',
  `  ${barLine(order, paint)}`,
];

/** How far an order is. */
export function barLine({ status, progress }: Omit<Sighting, 'steps'>, paint: Paint, width = barWidth): string {
  const full = Math.round((width * progress) / 100);
  const bar = paint.green('█'.repeat(full)) + paint.dim('░'.repeat(width - full));
  return `${bar} ${`${progress}`.padStart(3)} %  ${status}`;
}

export function stepLine(step: Step, paint: Paint, now: number): string {
  const { mark, ink } = look(step.status, paint);
  const name = step.name.toLowerCase().replaceAll('_', ' ').padEnd(18);
  const percent = step.status === 'RUNNING' && (step.percent ?? null) !== null ? `${step.percent} %` : '';
  const tried = triesOf(step, now);
  const tries = tried && `  ${paint.yellow(tried)}`;
  const trouble = step.error ? `  ${paint.red(step.error.message)}` : '';
  return `  ${ink(mark)} ${ink(name)} ${percent.padStart(6)} ${duration(step, now).padStart(8)}${tries}${trouble}`.trimEnd();
}

/** Which attempt of how many, where they are limited. */
export const attemptText = (attempt: number, maxAttempts?: number | null): string =>
  `attempt ${attempt}${maxAttempts ? ` of ${maxAttempts}` : ''}`;

/** How often a step was tried, and when it is tried again; empty if once was enough. */
function triesOf({ status, attempt, maxAttempts, nextAttemptAt }: Omit<Step, 'name'>, now: number): string {
  if (!attempt || attempt < 2) return '';
  if (status !== 'RUNNING') return `${attempt} attempts`;
  const place = attemptText(attempt, maxAttempts);
  if (!nextAttemptAt) return place;
  return `${place} in ${inSeconds(Math.max(0, Date.parse(nextAttemptAt) - now))}`;
}

function look(status: string, paint: Paint): { mark: string; ink: (text: string) => string } {
  const plain = (text: string) => text;
  switch (status) {
    case 'COMPLETED':
      return { mark: paint.green('✓'), ink: plain };
    case 'RUNNING':
      return { mark: '▸', ink: paint.bold };
    case 'FAILED':
      return { mark: '✗', ink: paint.red };
    case 'SKIPPED':
    case 'CANCELLED':
      return { mark: '–', ink: paint.dim };
    default:
      return { mark: '·', ink: paint.dim };
  }
}

function duration({ status, startedAt, finishedAt }: Step, now: number): string {
  if (!startedAt || status === 'SKIPPED') return '';
  const end = finishedAt ? Date.parse(finishedAt) : now;
  return inSeconds(Math.max(0, end - Date.parse(startedAt)));
}
