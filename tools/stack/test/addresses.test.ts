import { createServer } from 'node:net';
import { freePort, portIsFree } from '@waybill/temporal';
import { expect, test } from 'vitest';
import { addressesOn, freePorts, neededPlaces, portsFrom, refuseTakenPorts } from '../src/processes/addresses.ts';

const codec = {
  WAYBILL_PAYLOAD_KEYS: `k1:${'A'.repeat(43)}=`,
  WAYBILL_CODEC_PORT: '1',
  WAYBILL_CODEC_AUDIENCE: 'codec',
  WAYBILL_JWT_SECRET: 'x'.repeat(32),
};

test('two services on one port are reported, each by name', async () => {
  const ports = await freePorts();
  const refusing = refuseTakenPorts({ ...ports, chaos: ports.gateway }, neededPlaces(true), {});

  await expect(refusing).rejects.toThrow(
    `Port ${ports.gateway} is meant for the gateway and for the chaos service: choose another with WAYBILL_CHAOS_PORT=…`,
  );
});

test.each(['WAYBILL_METRICS_PORT', 'WAYBILL_CODEC_PORT'])(
  'a service on the port of %s is reported',
  async (setting) => {
    const ports = await freePorts();
    const refusing = refuseTakenPorts(ports, neededPlaces(true), { ...codec, [setting]: `${ports.gateway}` });

    await expect(refusing).rejects.toThrow(
      new RegExp(`^Port ${ports.gateway} is meant for the gateway and for .*: choose another with ${setting}=…$`),
    );
  },
);

test('metrics of five processes need five ports', async () => {
  const refusing = refuseTakenPorts(await freePorts(), neededPlaces(true), { WAYBILL_METRICS_PORT: '65533' });

  await expect(refusing).rejects.toThrow(/^WAYBILL_METRICS_PORT: must be a port from 1 to 65531/);
});

test('a port is in use when something listens on it on the requested host', async () => {
  const ports = await freePorts();
  const taken = createServer().listen(ports.gateway, '::1');
  await new Promise((listening) => taken.once('listening', listening));

  const refusing = refuseTakenPorts(ports, neededPlaces(true), { WAYBILL_GATEWAY_HOST: '::1' });

  await expect(refusing).rejects.toThrow(`Port ${ports.gateway}, meant for the gateway, is taken`);
  taken.close();
});

test.each(['0', '99999'])('a process that others must find can have a fixed port, and not %s', (port) => {
  expect(() => portsFrom({ WAYBILL_GATEWAY_PORT: port })).toThrow(
    'WAYBILL_GATEWAY_PORT: must be a port from 1 to 65535',
  );
});

test.each([
  ['0.0.0.0', 'http://127.0.0.1:4000'],
  ['::', 'http://127.0.0.1:4000'],
  ['::1', 'http://[::1]:4000'],
  ['192.168.7.7', 'http://192.168.7.7:4000'],
])('a gateway that binds to %s is called at %s', (host, url) => {
  expect(addressesOn(portsFrom({}), { WAYBILL_GATEWAY_HOST: host }).gateway).toBe(url);
});

test('a free port is outside the ephemeral range, and is returned once', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));

  expect(new Set(ports).size).toBe(50);
  expect(Math.max(...ports)).toBeLessThan(32_768);
  expect(await portIsFree(ports[0] ?? 0)).toBe(true);
});
