export { type Campaign, type Findings, run } from './campaign.ts';
export { lostCharges, storm, type Weather } from './faults/provider-faults.ts';
