/**
 * A process that was started with an IPC channel, as `npm start` does, stops when its parent ends in any way: the
 * closed channel is treated as a SIGTERM.
 */
export function endWithSupervisor(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
