import { limits } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { parseCommand } from '../src/workflows/order/commands/parse-command.ts';

const envelope = { commandId: 'c-1', actor: 'maria', fingerprint: 'f', correlationId: 'cor-1', byStaff: true };
const item = { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: { amountMinor: 900, currencyCode: 'USD' } };
const address = { street: '1 First Street', city: 'London', state: null, zip: 'N1', country: 'GB' };
const longest = { note: 'n'.repeat(4 * limits.note), text: 't'.repeat(4 * limits.line) };

test.each([
  ['approve', { note: null }],
  ['approve', { note: longest.note }],
  ['reject', { reason: 'no' }],
  ['cancel', { reason: longest.note }],
  ['addItem', { item }],
  ['addItem', { item: { ...item, name: null, sku: longest.text } }],
  ['addItem', { item: { ...item, unitPrice: { amountMinor: 0, currencyCode: 'USD' } } }],
  ['changeAddress', { address }],
  ['changeAddress', { address: { ...address, state: 'OR', zip: '' } }],
  ['changeAddress', { address, from: { ...address, zip: '' } }],
] as const)('%s is parsed as it was sent: %j', (name, content) => {
  expect(parseCommand(name, { ...envelope, ...content })).toEqual({ ...envelope, ...content });
});

test('an unnamed person gets no invented name', () => {
  expect(parseCommand('approve', { commandId: 'c-1' })).toEqual({
    commandId: 'c-1',
    note: null,
    actor: 'unknown',
    fingerprint: '',
    correlationId: '',
    byStaff: false,
  });
  expect(parseCommand('approve', { ...envelope, byStaff: 'yes' })).toMatchObject({ byStaff: false });
});

test.each([
  null,
  undefined,
  'c-1',
  {},
  { ...envelope, commandId: 7 },
  { ...envelope, commandId: '' },
  { ...envelope, commandId: 'c'.repeat(65) },
  { ...envelope, commandId: 'c 1' },
  { ...envelope, actor: null },
  { ...envelope, fingerprint: 7 },
  { ...envelope, correlationId: {} },
])('an invalid command is refused with a message: %j', (payload) => {
  expect(parseCommand('approve', payload)).toMatch(/^approve needs (an object with )?a commandId/);
});

const withItem = (given: object) => ({ item: { ...item, ...given } });
const withPrice = (given: object) => withItem({ unitPrice: { ...item.unitPrice, ...given } });
const withAddress = (given: object) => ({ address: { ...address, ...given } });

describe('a missing, or too long, field of a command', () => {
  test.each([
    ['approve', { note: '' }],
    ['approve', { note: 7 }],
    ['reject', {}],
    ['reject', { reason: null }],
    ['reject', { reason: '   ' }],
    ['cancel', { reason: `${longest.note}n` }],
    ['cancel', { reason: 7 }],
    ['addItem', {}],
    ['addItem', { item: null }],
    ['addItem', { item: 'MUG' }],
    ['addItem', withItem({ sku: '' })],
    ['addItem', withItem({ sku: `${longest.text}t` })],
    ['addItem', withItem({ sku: 7 })],
    ['addItem', withItem({ name: '' })],
    ['addItem', withItem({ quantity: 0 })],
    ['addItem', withItem({ quantity: -1 })],
    ['addItem', withItem({ quantity: 1.5 })],
    ['addItem', withItem({ quantity: '1' })],
    ['addItem', withItem({ unitPrice: null })],
    ['addItem', withPrice({ amountMinor: -1 })],
    ['addItem', withPrice({ amountMinor: 2 ** 53 })],
    ['addItem', withPrice({ currencyCode: '' })],
    ['changeAddress', {}],
    ['changeAddress', { address: null }],
    ['changeAddress', { address, from: null }],
    ['changeAddress', { address, from: { ...address, street: '' } }],
    ['changeAddress', withAddress({ street: '' })],
    ['changeAddress', withAddress({ city: 7 })],
    ['changeAddress', withAddress({ state: '' })],
    ['changeAddress', withAddress({ zip: null })],
    ['changeAddress', withAddress({ zip: ' ' })],
    ['changeAddress', withAddress({ country: undefined })],
  ] as const)('%s %j', (name, content) => {
    expect(parseCommand(name, { ...envelope, ...content })).toBe(`${name} has fields that are missing or wrong`);
  });
});
