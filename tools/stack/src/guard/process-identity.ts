import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A unique identity of a process: its start time and the boot of the machine. Pids are reused, in containers even
 * always the same one. Undefined for a process that is not running.
 */
export const identityOf = (pid: number): string | undefined =>
  process.platform === 'linux' ? fromProc(pid) : askPs(pid);

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // a name may hold anything
    return 'ZX'.includes(state) ? undefined : `${bootId()} ${fields[18]}`;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** ESRCH: it went while it was being read. */
const isGone = (error: unknown) => ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

function askPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-p', `${pid}`, '-o', 'stat=,lstart='], { encoding: 'utf8' }).trim();
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '') || undefined;
  } catch {
    return undefined; // the exit code of ps means that there is no such process
  }
}
