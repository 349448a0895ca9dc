import { BadSettings } from '@waybill/contracts/settings';
import { faultLine } from '../log/fault.ts';

/** An address that cannot be listened on is an invalid setting; the error names the setting and the reason. */
export async function listeningBy<T>(names: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Error && isOfAddress(error)) throw new BadSettings(`${names}: ${faultLine(error)}`);
    throw error;
  }
}

const isOfAddress = (error: Error): boolean =>
  'syscall' in error && (error.syscall === 'listen' || error.syscall === 'getaddrinfo');
