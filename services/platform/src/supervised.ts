/**
 * Whoever started this process over a channel of Node's, as `npm start` does, ends with it however it ends: the channel
 * closes, and that is a SIGTERM.
 */
export function endWithSupervisor(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
