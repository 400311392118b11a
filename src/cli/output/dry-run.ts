import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import type { PostEntry } from '../../formats/posts/post-entry.ts';
import { missingSettings, type Network, openAccount } from '../input/posting-account.ts';
import { complain, print, printJson } from './output.ts';

interface DryRunOptions {
  readonly to: Network;
  readonly json?: boolean;
}

/** Nothing is sent, and the ledger is only read; without an account to look it up for, the best of all is shown. */
export async function showBest(
  entries: readonly PostEntry[],
  options: DryRunOptions,
  config: Config,
): Promise<void> {
  const best = await bestFor(entries, options, config);
  if (options.json === true) return printJson({ kind: 'DRY_RUN', entry: best ?? null });
  if (best === undefined) return complain('nothing to post');
  const { postId, texts } = best;
  await print(`${texts[options.to === 'webhook' ? 'plain' : options.to]}\n`);
  complain(`dry run: would post ${postId} to ${options.to}`);
}

async function bestFor(
  entries: readonly PostEntry[],
  { to }: DryRunOptions,
  config: Config,
): Promise<PostEntry | undefined> {
  const { bestUnposted } = await import('../../posting/post-of-day.ts');
  if (missingSettings(to, config).length > 0 || !existsSync(config.postLedger))
    return bestUnposted(entries, { name: '' }, { known: async () => new Set() });
  const { openPostLedger } = await import('../../store/open-store.ts');
  const account = await openAccount(to, config);
  const ledger = await openPostLedger(config.postLedger);
  return bestUnposted(entries, account, ledger).finally(() => ledger.close());
}
