import { runService, settingsOf } from '@waybill/platform';
import { partsFrom } from './from-settings.ts';
import { openGateway } from './gateway.ts';
import { developmentTokensPath } from './transports/http/graphiql.ts';

const { settings, log } = settingsOf('gateway');

await runService(log, async () => {
  const parts = partsFrom(settings, log);
  const gateway = await openGateway(parts);
  if (parts.access.developmentTokens) log.warn({ path: developmentTokensPath }, 'development tokens are handed out');
  log.info({ url: `${gateway.url}/graphql` }, 'the gateway is open');
  return {
    stop: async () => {
      await gateway.stop();
      await parts.close();
    },
  };
});
