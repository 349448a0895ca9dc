import type { Viewer } from '../src/index.ts';

export const ada: Viewer = { id: 'ada', role: 'CUSTOMER' };
export const bob: Viewer = { id: 'bob', role: 'CUSTOMER' };
export const manager: Viewer = { id: 'mia', role: 'MANAGER' };
export const operator: Viewer = { id: 'otto', role: 'OPERATOR' };
