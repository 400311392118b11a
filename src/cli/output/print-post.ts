import type { Config } from '../../config.ts';
import type { PostOutcome } from '../../posting/post-of-day.ts';
import { type Network, withoutSecrets } from '../input/posting-account.ts';
import { EXIT } from './exit-codes.ts';
import { complain, print, printJson } from './output.ts';

/** What came of a run, and its exit code: 1 where a post was refused, or may have arrived. */
export async function printPost(
  outcome: PostOutcome,
  { to, json }: { readonly to: Network; readonly json?: boolean },
  config: Config,
): Promise<void> {
  const isBad = outcome.kind === 'REFUSED' || outcome.kind === 'UNCERTAIN';
  if (isBad) process.exitCode = EXIT.refused;
  const safe = isBad ? { ...outcome, reason: withoutSecrets(outcome.reason, config) } : outcome;
  if (json === true) return printJson(safe);
  switch (safe.kind) {
    case 'POSTED':
      return print(`posted ${safe.postId} to ${to}${safe.address === null ? '' : `: ${safe.address}`}\n`);
    case 'FOUND':
      return print(
        `${safe.postId} had arrived at ${to}${safe.address === null ? '' : `: ${safe.address}`}\n`,
      );
    case 'REFUSED':
      return complain(`${to} refuses ${safe.postId}: ${safe.reason}`);
    case 'UNCERTAIN':
      return complain(`${safe.postId} may have arrived at ${to}: ${safe.reason}`);
    case 'ENOUGH':
      return complain(`${to} has had its post of today`);
    case 'NOTHING':
      return complain('nothing to post');
  }
}
