// The health check of a container: does the service on this port say that it can do its work?
const [port] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}/ready`);
process.exitCode = answer.ok ? 0 : 1;
