import type { ProviderRefusal } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { faultSentence } from '../src/activities/customer-messages.ts';
import type { Operation } from './support/operation.ts';
import { scenario } from './support/scenario.ts';
import { fails, losesItsReply, refuses, works } from './support/script.ts';

type Case = {
  operation: Operation;
  before: string[];
  refusal: ProviderRefusal;
  happened: string[];
  never: string[];
  refused: string[];
};

const paidBack = ['refund', 'release stock', 'release: nothing to do'];

/** What is undone after each step: had it happened, had it never happened, and where it was refused. */
const cases: Case[] = [
  {
    operation: 'authorize',
    before: [],
    refusal: 'PAYMENT_DECLINED',
    happened: ['release'],
    never: ['release: nothing to do'],
    refused: [],
  },
  {
    operation: 'reserve',
    before: ['authorize'],
    refusal: 'OUT_OF_STOCK',
    happened: ['release stock', 'release'],
    never: ['release stock: nothing to do', 'release'],
    refused: ['release'],
  },
  {
    operation: 'capture',
    before: ['authorize', 'reserve'],
    refusal: 'AUTHORIZATION_EXPIRED',
    happened: paidBack,
    never: ['refund: nothing to do', 'release stock', 'release'],
    refused: ['release stock', 'release: nothing to do'],
  },
  {
    operation: 'prepare',
    before: ['authorize', 'reserve', 'capture'],
    refusal: 'ADDRESS_REFUSED',
    happened: ['cancel shipment', ...paidBack],
    never: ['cancel shipment: nothing to do', ...paidBack],
    refused: paidBack,
  },
  {
    operation: 'label',
    before: ['authorize', 'reserve', 'capture', 'prepare'],
    refusal: 'ADDRESS_REFUSED',
    happened: ['cancel label', 'cancel shipment', ...paidBack],
    never: ['cancel label: nothing to do', 'cancel shipment', ...paidBack],
    refused: ['cancel shipment', ...paidBack],
  },
  {
    operation: 'dispatch',
    before: ['authorize', 'reserve', 'capture', 'prepare', 'label'],
    refusal: 'ADDRESS_REFUSED',
    happened: ['cancel label', 'cancel shipment', ...paidBack],
    never: ['cancel label', 'cancel shipment', ...paidBack],
    refused: ['cancel label', 'cancel shipment', ...paidBack],
  },
];

describe.each(cases)('when $operation', ({ operation, before, refusal, happened, never, refused }) => {
  scenario(`(${operation}) is refused, the steps before it are compensated`, async ({ shop }) => {
    const store = shop();
    store.script.scripts(operation, refuses(refusal));

    const { outcome, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: refusal } });
    expect(effects).toEqual([...before, ...refused, 'notify FAILURE']);
  });

  scenario(`(${operation}) fails until its last attempt, its own compensation runs first`, async ({ shop }) => {
    const store = shop();
    store.script.scripts(operation, fails);

    const { outcome, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ workflowFailed: faultSentence });
    expect(effects).toEqual([...before, ...never, 'notify FAILURE']);
  });

  scenario(`(${operation}) succeeds and never responds, it is compensated with the rest`, async ({ shop }) => {
    const store = shop();
    store.script.scripts(operation, losesItsReply);

    const { outcome, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ workflowFailed: faultSentence });
    expect(effects).toEqual([...before, operation, ...happened, 'notify FAILURE']);
  });

  scenario(`(${operation}) loses its response once, it has one effect`, async ({ shop }) => {
    const store = shop();
    store.script.scripts(operation, losesItsReply, works);

    const { outcome, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(effects).toEqual(['authorize', 'reserve', 'capture', 'prepare', 'label', 'dispatch', 'notify CONFIRMATION']);
  });
});
