#!/usr/bin/env node
import module from 'node:module';
import { currentBundle } from '../build/bundle.js';

module.enableCompileCache?.(); // Node 20 has none

await import(await currentBundle());
