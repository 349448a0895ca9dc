import type { Attention } from '@waybill/contracts/domain';
import type { Standing } from './advance.ts';

/** The attention that an order needs after this report. A late report is no error: a closed order needs none. */
export const attentionOf = ({ closedAt }: Standing, said: Attention | null): Attention | null =>
  closedAt === null ? said : null;
