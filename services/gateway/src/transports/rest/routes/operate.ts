import {
  CatalogueDocument,
  ChaosDocument,
  ChaosLogDocument,
  JournalDocument,
  PinChaosDocument,
  RepairAuditDocument,
  ResetChaosDocument,
  RestockDocument,
  ServicesDocument,
  SetChaosDocument,
  UserContextDocument,
  ViewerDocument,
} from '@waybill/client';
import type { Route } from '../route.ts';
import { change } from './change.ts';
import { AuditDocument } from './documents.ts';
import { read } from './read.ts';

const strategyAliases = {
  'promise-allsettled': 'ALL_SETTLED',
  'async-await': 'SEQUENTIAL',
  rxjs: 'REACTIVE',
};

const chaos = { tag: 'Chaos' };
const shop = { tag: 'Catalogue' };
const system = { tag: 'System' };

export const operateRoutes: Route[] = [
  read({ ...chaos, path: '/chaos', summary: 'Get the faults that are injected', document: ChaosDocument }),
  change({
    ...chaos,
    method: 'put',
    path: '/chaos',
    summary: 'Set profile, seed or shares',
    document: SetChaosDocument,
  }),
  change({
    ...chaos,
    method: 'delete',
    path: '/chaos',
    summary: 'Reset to the defaults',
    document: ResetChaosDocument,
  }),
  change({
    ...chaos,
    method: 'put',
    path: '/chaos/orders/{orderId}',
    summary: 'Pin the outcomes of the next calls',
    document: PinChaosDocument,
    fills: { orderId: 'orderId' },
  }),
  read({ ...chaos, path: '/chaos/log', summary: 'List the calls to the providers', document: ChaosLogDocument }),
  read({ ...shop, path: '/catalogue', summary: 'List the products', document: CatalogueDocument }),
  change({
    ...shop,
    path: '/catalogue/{sku}/restock',
    summary: 'Add to the stock of a product',
    document: RestockDocument,
    fills: { sku: 'sku' },
  }),
  read({ ...system, path: '/audit', summary: 'Get whether money and stock balance', document: AuditDocument }),
  change({
    ...system,
    path: '/audit/repair',
    summary: 'Undo the effects of unknown orders at the providers',
    document: RepairAuditDocument,
  }),
  read({ ...system, path: '/services', summary: 'List the parts of the system', document: ServicesDocument }),
  read({ ...system, path: '/viewer', summary: 'Get who asks', document: ViewerDocument }),
  read({ ...system, path: '/journal', summary: 'List what happened in all orders', document: JournalDocument }),
  {
    ...read({ ...system, path: '/user-context', summary: "Gather a user's context", document: UserContextDocument }),
    spellings: { strategy: strategyAliases },
  },
];
