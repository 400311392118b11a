import { type Config, SETTINGS } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { Account } from '../../posting/account.ts';
import { messageOf } from '../../posting/account.ts';

/** The networks that a post can go to. */
export const NETWORKS = ['mastodon', 'bluesky', 'webhook'] as const;

export type Network = (typeof NETWORKS)[number];

/** The settings that a network needs. Every post has a link, which begins with the public origin. */
const NEEDED: Readonly<Record<Network, readonly (keyof Config)[]>> = {
  mastodon: ['publicOrigin', 'mastodonUrl', 'mastodonToken'],
  bluesky: ['publicOrigin', 'blueskyService', 'blueskyIdentifier', 'blueskyPassword'],
  webhook: ['publicOrigin', 'webhookUrl'],
};

/** The variables that a network lacks. */
export const missingSettings = (network: Network, config: Config): readonly string[] =>
  NEEDED[network].filter((key) => config[key] === null).map((key) => SETTINGS[key].name);

/** Signs in to the account that the environment names. Throws `BAD_CONFIG` where that fails, with no secret in it. */
export async function openAccount(network: Network, config: Config): Promise<Account> {
  const missing = missingSettings(network, config);
  if (missing.length > 0)
    throw new TimelineError('BAD_CONFIG', `to post to ${network}, set ${missing.join(' and ')}`);
  try {
    return await signIn(network, config);
  } catch (error) {
    const reason = withoutSecrets(messageOf(error), config);
    throw new TimelineError('BAD_CONFIG', `${network} refuses to sign in with these settings: ${reason}`);
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

/** A message of a network, with every secret of the environment taken out. */
export function withoutSecrets(
  text: string,
  { mastodonToken, blueskyPassword, webhookUrl, webhookToken }: Config,
): string {
  const secrets = [mastodonToken, blueskyPassword, webhookUrl, webhookToken]
    .map((each) => each?.trim() ?? '')
    .filter((each) => each !== '');
  return secrets.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);
}
