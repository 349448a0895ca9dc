// The health check of a container: does the process on this port say that it can do its work? A worker has no port but that of its metrics.
const [port, path = '/ready'] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}${path}`);
process.exitCode = answer.ok ? 0 : 1;
