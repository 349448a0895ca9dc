import { Refused } from '@waybill/http-client';

/** The cursor predates the restore of a backup: the changes after it are lost, and their numbers are reused. */
export const isCursorLost = (error: unknown): boolean => error instanceof Refused && error.code === 'FEED_RESTORED';
