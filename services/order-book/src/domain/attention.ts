import type { Attention } from '@waybill/contracts/domain';

/** The attention that is needed after this report. A late report is no error: what is closed needs none. */
export const attentionOf = ({ closedAt }: { closedAt: Date | null }, said: Attention | null): Attention | null =>
  closedAt === null ? said : null;
