import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { Node } from '../node/node.ts';
import { ContextPart, RunStrategy } from './enums.ts';
import type { SnapshotOf } from './port.ts';
import { WorkflowRun } from './run.ts';

const Location = builder.objectRef<domain.UserLocation>('Location').implement({
  description: 'Location of a user.',
  fields: (t) => ({
    city: t.exposeString('city', { description: 'City.' }),
    country: t.exposeString('country', { description: 'Country.' }),
    latitude: t.exposeFloat('latitude', { description: 'Latitude in degrees.' }),
    longitude: t.exposeFloat('longitude', { description: 'Longitude in degrees.' }),
  }),
});

const Weather = builder.objectRef<domain.UserWeather>('Weather').implement({
  description: 'The current weather.',
  fields: (t) => ({
    temperatureCelsius: t.exposeFloat('temperatureCelsius', { description: 'Temperature in degrees Celsius.' }),
    summary: t.exposeString('summary', { description: 'Description of the weather in words.' }),
  }),
});

const PartProblem = builder.objectRef<domain.PartProblem>('PartProblem').implement({
  description: 'Why a part of a user context is missing.',
  fields: (t) => ({
    part: t.expose('part', { type: ContextPart, description: 'The missing part.' }),
    code: t.exposeString('code', { description: 'Machine-readable code, for example "LOCATION_UNKNOWN".' }),
    message: t.exposeString('message', { description: 'Human-readable message.' }),
  }),
});

export type ContextOfUser = domain.UserContext & { userId: string };

export const UserContext = builder.objectRef<ContextOfUser>('UserContext').implement({
  description: 'The context of a user. A part that could not be gathered is null, and its problem says why.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'Id of the user.' }),
    location: t.expose('location', { type: Location, nullable: true, description: 'Location of the user.' }),
    weather: t.expose('weather', { type: Weather, nullable: true, description: "The weather at the user's location." }),
    catFact: t.exposeString('catFact', { nullable: true, description: 'A fact about cats.' }),
    problems: t.expose('problems', { type: [PartProblem], description: 'Why parts are missing.' }),
  }),
});

export const UserContextRun = builder.objectRef<SnapshotOf<'USER_CONTEXT'>>('UserContextRun').implement({
  description: "A workflow that gathers a user's context.",
  interfaces: [Node, WorkflowRun],
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'Id of the user.' }),
    strategy: t.expose('strategy', { type: RunStrategy, description: 'Order in which the parts are gathered.' }),
    context: t.field({
      type: UserContext,
      description: 'The context so far. The run also completes when parts are missing.',
      resolve: ({ userId, context }) => ({ ...context, userId }),
    }),
  }),
});
