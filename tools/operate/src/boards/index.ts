import { api } from './api.ts';
import { type Board, dashboardOf } from './board.ts';
import { engine } from './engine.ts';
import { orders } from './orders.ts';
import { processes } from './processes.ts';

export const boards: readonly Board[] = [orders, api, engine, processes];

/** A dashboard as it is kept in deploy/grafana, named after its uid. */
export const printed = (board: Board): string => `${JSON.stringify(dashboardOf(board), null, 2)}\n`;
