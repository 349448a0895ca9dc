import { builder } from '../builder/builder.ts';

export const OrderLinks = builder.objectRef<{ temporalUi?: string }>('OrderLinks').implement({
  description: 'Links to other tools, for operators.',
  fields: (t) => ({
    temporalUi: t.exposeString('temporalUi', {
      nullable: true,
      description: "The order's workflow in the Temporal UI.",
    }),
  }),
});
