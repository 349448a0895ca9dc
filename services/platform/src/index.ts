export { type Database, type DatabaseSettings, openDatabase, type Query } from './database.ts';
export { serveDocs } from './docs.ts';
export { HttpProblem, problemBody, router, type ServiceEnv, serviceApp } from './http.ts';
export { type Log, openLog } from './log.ts';
export { runCommand, runService } from './process.ts';
export { type Served, serve } from './serve.ts';
export { settingsOf } from './settings.ts';
export type { Db, Transaction } from './transaction.ts';
