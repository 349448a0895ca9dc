/** The orders that wait for a manager. */
export const waiting = { status: ['AWAITING_APPROVAL' as const] };
