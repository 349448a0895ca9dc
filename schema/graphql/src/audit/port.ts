import type { Money, OrderStepName } from '@waybill/contracts/domain';

/** A broken rule of the books. `orderId` is null if a product breaks it. */
export type AuditProblem = { code: string; message: string; orderId: string | null };
/** `initial`: the catalogue's first stock and all restocks. */
export type StockLine = { sku: string; initial: number; available: number; reserved: number; shipped: number };
/** A compensation that an operator declared done. */
export type SettledCompensation = {
  orderId: string;
  undoes: OrderStepName;
  settledBy: string;
  note: string;
  at: string;
};

/** The providers' books, recomputed at one moment. */
export type Audit = {
  asOf: string;
  balanced: boolean;
  problemCount: number;
  /** The first of them. */
  problems: AuditProblem[];
  captured: Money[];
  refunded: Money[];
  openHolds: Money[];
  stock: StockLine[];
};

/** The effects that providers hold for an unknown order or run, and the progress of undoing them. */
export type UnknownEffects = { orderId: string; status: 'UNDOING' | 'UNDONE' | 'FAILED'; effects: readonly string[] };

/** `after`: the last order or run of the page before, in the order of ids. */
export type RepairRequest = { after: string; actor: string };

/** `next` is null after the last page. */
export type RepairPage = { effects: UnknownEffects[]; compared: number; next: string | null };

/** The port of the audit, implemented by the gateway. */
export interface AuditPort {
  /** Null while the providers or the order book are unavailable. */
  latest(): Promise<Audit | null>;
  /** Undoes the effects of unknown orders, in one page of all effects. */
  repair(request: RepairRequest): Promise<RepairPage>;
  /** The newest. */
  settled(first: number): Promise<SettledCompensation[]>;
}
