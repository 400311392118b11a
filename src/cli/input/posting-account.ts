import type { Config } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { Account } from '../../posting/account.ts';
import { messageOf } from '../../posting/not-posted.ts';

/** Where a post can go to. */
export const NETWORKS = ['mastodon', 'bluesky', 'webhook'] as const;

export type Network = (typeof NETWORKS)[number];

/** Posts lead readers there. */
const LINKS = { PUBLIC_ORIGIN: 'publicOrigin' } as const;

/** The settings that a network needs, by the variables that set them. */
const NEEDED = {
  mastodon: { ...LINKS, MASTODON_URL: 'mastodonUrl', MASTODON_TOKEN: 'mastodonToken' },
  bluesky: {
    ...LINKS,
    BLUESKY_SERVICE: 'blueskyService',
    BLUESKY_IDENTIFIER: 'blueskyIdentifier',
    BLUESKY_PASSWORD: 'blueskyPassword',
  },
  webhook: { ...LINKS, WEBHOOK_URL: 'webhookUrl' },
} as const satisfies Record<Network, Readonly<Record<string, keyof Config>>>;

/** The variables that a network lacks. */
export const missingSettings = (network: Network, config: Config): readonly string[] =>
  Object.entries(NEEDED[network]).flatMap(([variable, key]) => (config[key] === null ? [variable] : []));

/** Signs in to the account that the environment names; throws `BAD_CONFIG`, without a secret, where that fails. */
export async function openAccount(network: Network, config: Config): Promise<Account> {
  const missing = missingSettings(network, config);
  if (missing.length > 0)
    throw new TimelineError('BAD_CONFIG', `to post to ${network}, set ${missing.join(' and ')}`);
  try {
    return await signIn(network, config);
  } catch (error) {
    const reason = withoutSecrets(messageOf(error), config);
    throw new TimelineError('BAD_CONFIG', `${network} lets nobody sign in with these settings: ${reason}`);
  }
}

async function signIn(network: Network, config: Config): Promise<Account> {
  const timeoutMs = config.postTimeoutMs;
  switch (network) {
    case 'mastodon': {
      const { openMastodon } = await import('../../posting/mastodon.ts');
      return openMastodon({ url: config.mastodonUrl ?? '', token: config.mastodonToken ?? '', timeoutMs });
    }
    case 'bluesky': {
      const { openBluesky } = await import('../../posting/bluesky.ts');
      return openBluesky({
        service: config.blueskyService ?? '',
        identifier: config.blueskyIdentifier ?? '',
        password: config.blueskyPassword ?? '',
        timeoutMs,
      });
    }
    case 'webhook': {
      const { openWebhook } = await import('../../posting/webhook.ts');
      return openWebhook({ url: config.webhookUrl ?? '', token: config.webhookToken, timeoutMs });
    }
  }
}

/** A text in which no secret of the environment is left, whoever has put it there. */
export function withoutSecrets(
  text: string,
  { mastodonToken, blueskyPassword, webhookUrl, webhookToken }: Config,
): string {
  const secrets = [mastodonToken, blueskyPassword, webhookUrl, webhookToken]
    .map((each) => each?.trim() ?? '')
    .filter((each) => each !== '');
  return secrets.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);
}
