export { type Campaign, type Findings, run } from './campaign.ts';
