import { expect, test } from 'vitest';
import { roleIn } from '../src/auth/role.ts';

test.each<[string, object, string, string | undefined]>([
  ['in a claim', { role: 'manager' }, 'role', 'MANAGER'],
  ['in a list', { roles: ['customer'] }, 'roles', 'CUSTOMER'],
  ['in a list of which others are for other services', { roles: ['admin', 'manager'] }, 'roles', 'MANAGER'],
  ['in a list of several, of which the most powerful counts', { roles: ['customer', 'operator'] }, 'roles', 'OPERATOR'],
  ['within another claim', { realm_access: { roles: ['operator'] } }, 'realm_access.roles', 'OPERATOR'],
  [
    'in a claim whose name is an address',
    { 'https://shop.example/role': 'manager' },
    'https://shop.example/role',
    'MANAGER',
  ],
  ['nowhere', {}, 'role', undefined],
  ['in another claim', { role: 'operator' }, 'roles', undefined],
  ['in capitals', { role: 'OPERATOR' }, 'role', undefined],
  ['as one word among several', { role: 'customer operator' }, 'role', undefined],
  ['too deep', { role: [['operator']] }, 'role', undefined],
  ['as a key', { role: { operator: true } }, 'role', undefined],
  ['in what every object has', {}, 'constructor.name', undefined],
])('a role %s', (_, payload, claim, role) => {
  expect(roleIn(payload, claim)).toBe(role);
});
