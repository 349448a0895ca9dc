import { builder } from '../builder.ts';

export const OrderLinks = builder.objectRef<{ temporalUi?: string }>('OrderLinks').implement({
  description: 'Where an operator can look further.',
  fields: (t) => ({
    temporalUi: t.exposeString('temporalUi', {
      nullable: true,
      description: "The order's workflow in Temporal's own UI.",
    }),
  }),
});
