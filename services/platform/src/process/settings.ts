import { BadSettings, readSettings, refuseSharedPorts, type SettingsOf } from '@waybill/contracts/settings';
import { type Log, openLog } from '../log/log.ts';

type Service = 'gateway' | 'chaos' | 'order-book' | 'worker';

/** A service's settings from the environment, and its log. Invalid settings end the process, with a line for each. */
export function settingsOf<Name extends Service>(service: Name): { settings: SettingsOf<Name>; log: Log } {
  try {
    const settings = readSettings(service, process.env);
    refuseSharedPorts(service, settings, new Set(Object.keys(process.env).filter((name) => process.env[name])));
    const { LOG_LEVEL: level, WAYBILL_WORKER_BUILD_ID: buildId } = settings as SettingsOf<Service>;
    return { settings, log: openLog(service, level, undefined, buildId) };
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    const log = openLog(service);
    for (const line of error.message.split('\n')) log.fatal({ error: line }, 'cannot go on');
    process.exit(1);
  }
}
