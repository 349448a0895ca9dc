import type { Attention } from '@waybill/contracts/domain';
import type { Standing } from './advance.ts';

/** Whom an order needs when this is said of it. Word that comes late is no mistake: a closed order needs nobody. */
export const attentionOf = ({ closedAt }: Standing, said: Attention | null): Attention | null =>
  closedAt === null ? said : null;
