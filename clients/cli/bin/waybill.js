#!/usr/bin/env node
import { currentBundle } from '../build/bundle.js';

await import(await currentBundle());
