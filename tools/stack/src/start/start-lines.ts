import type { Paint } from '@waybill/terminal';
import { inSeconds } from '@waybill/terminal';
import type { Role } from '../processes/role.ts';

export const titleLine = (paint: Paint): string =>
  `${paint.bold('Waybill')} is starting on this machine; Ctrl-C stops it.\n`;

/** A process that has become ready. */
export const arrivedLine = ({ name, note }: Role, afterMs: number, paint: Paint): string =>
  `  ${paint.green('✓')} ${name.padEnd(18)} ${inSeconds(afterMs).padStart(7)}   ${paint.dim(note)}`;

export const readyLine = (afterMs: number): string => `\nEverything is ready after ${inSeconds(afterMs)}.`;
