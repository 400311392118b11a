import type { PostEntry } from '../../formats/posts/post-entry.ts';
import type { PostOutcome } from '../../posting/post-of-day.ts';
import type { Network } from '../input/posting-account.ts';
import { EXIT } from './exit-codes.ts';
import { complain, print, printJson } from './print.ts';

interface PrintOptions {
  readonly to: Network;
  readonly json?: boolean;
}

/** The outcome of a run. The exit code is 1 where the network refused the post, or may have taken it. */
export async function printPost(outcome: PostOutcome, { to, json }: PrintOptions): Promise<void> {
  if (outcome.kind === 'REFUSED' || outcome.kind === 'UNCERTAIN') process.exitCode = EXIT.refused;
  if (json === true) return printJson(outcome);
  switch (outcome.kind) {
    case 'POSTED':
      return print(`posted ${outcome.postId} to ${to}${addressNote(outcome.address)}\n`);
    case 'FOUND':
      return print(`${outcome.postId} had arrived at ${to}${addressNote(outcome.address)}\n`);
    case 'REFUSED':
      return complain(`${to} refuses ${outcome.postId}: ${outcome.reason}`);
    case 'UNCERTAIN':
      return complain(`${outcome.postId} may have arrived at ${to}: ${outcome.reason}`);
    case 'ENOUGH':
      return complain(`${to} has had its post of today`);
    case 'NOTHING':
      return complain('nothing to post');
  }
}

const addressNote = (address: string | null): string => (address === null ? '' : `: ${address}`);

/** The entry that a run would post now. */
export async function printDryRun(best: PostEntry | undefined, { to, json }: PrintOptions): Promise<void> {
  if (json === true) return printJson({ kind: 'DRY_RUN', entry: best ?? null });
  if (best === undefined) return complain('nothing to post');
  const { postId, texts } = best;
  await print(`${texts[to === 'webhook' ? 'plain' : to]}\n`);
  complain(`dry run: would post ${postId} to ${to}`);
}
