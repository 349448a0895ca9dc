// Loaded before a process of Waybill. The kernel ignores a SIGTERM for the first process of a container that does not
// listen for it: without this, one that is told to stop while it still loads its modules runs on until it is killed.
const leave = () => process.exit(0);
process.on('SIGTERM', leave);
process.on('SIGINT', leave);
