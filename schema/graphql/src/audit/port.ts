import type { Money, OrderStepName } from '@waybill/contracts/domain';

/** A broken rule of the books. `orderId` is null where a product breaks it. */
export type AuditProblem = { code: string; message: string; orderId: string | null };
/** `initial`: what the catalogue began with and all restocks. */
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

/** What the providers keep for an order or run that nobody knows, and how far its undoing is. */
export type UnknownEffects = { orderId: string; status: 'UNDOING' | 'UNDONE' | 'FAILED'; effects: readonly string[] };

/** `after`: the last order or run of the page before, in the order of ids. */
export type RepairRequest = { after: string; actor: string };

/** `next` is null after the last page. */
export type RepairPage = { effects: UnknownEffects[]; compared: number; next: string | null };

/** What the schema needs from the outside world to audit the books. The gateway supplies it. */
export interface AuditPort {
  /** Null while the providers or the order book are away. */
  latest(): Promise<Audit | null>;
  /** Has undone what the providers keep for nobody, in one page of all that they keep. */
  repair(request: RepairRequest): Promise<RepairPage>;
  /** The newest. */
  settled(first: number): Promise<SettledCompensation[]>;
}
