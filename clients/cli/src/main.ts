import { version } from './build-facts.ts';

// Most of the program is loaded only when it is needed.
if (['--version', '-V'].includes(process.argv[2] ?? '')) process.stdout.write(`${version}\n`);
else {
  const { main } = await import('./program/execute.ts');
  await main(process.argv.slice(2), process.env);
}
