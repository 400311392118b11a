import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Config } from '../../config.ts';
import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { type CalendarDate, partsOf } from '../../domain/time/calendar-date.ts';
import type { PostEntry } from '../../formats/posts/post-entry.ts';
import { postEntries } from '../../formats/posts/rank-posts.ts';
import type { PostOutcome } from '../../posting/post-of-day.ts';
import { isPostgresUrl } from '../../store/store-url.ts';
import { monthDayOr } from '../../timeline/read/on-this-date.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import {
  missingSettings,
  NETWORKS,
  type Network,
  openAccount,
  withoutSecrets,
} from '../input/posting-account.ts';
import { wholeNumber } from '../options/option-values.ts';
import {
  addMonthDayOptions,
  type MonthDayOptions,
  optionsOf,
  publicOriginOf,
} from '../options/shared-options.ts';
import { printDryRun, printPost } from '../output/print-post.ts';

const EXAMPLES = `
Each run posts the best entry of the day that the account does not have, and no more than --per-day. What was posted is
noted in POST_LEDGER before and after. Where an answer was lost, the next run looks at the account before it tries again.

Examples:
  dateline post --to bluesky --dry-run
  dateline post --to mastodon --tz Europe/Kyiv
  dateline post 12-21 --to webhook`;

interface PostOptions extends MonthDayOptions {
  readonly to: Network;
  readonly perDay: number;
  readonly dryRun?: boolean;
  readonly sendAgain?: boolean;
  readonly json?: boolean;
}

interface Day {
  readonly today: CalendarDate;
  readonly entries: readonly PostEntry[];
}

/** `dateline post [MM-DD] --to NETWORK`: one entry of the day, at most once for each account. */
export function addPost(program: Command): void {
  addMonthDayOptions(program.command('post'))
    .description('Post what happened on a day of any year to Mastodon, Bluesky or a webhook, at most once')
    .addOption(new Option('--to <network>', 'where to').choices(NETWORKS).makeOptionMandatory())
    .option('--per-day <number>', 'how many posts a day the account gets at most', wholeNumber, 1)
    .option('--dry-run', 'show what would be posted, and post nothing')
    .option(
      '--send-again',
      'send again what may have arrived at a network that cannot be asked, such as a webhook',
    )
    .addHelpText('after', EXAMPLES)
    .action(post);
}

async function post(given: MonthDay | undefined, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<PostOptions>(command);
  await withTimeline(options, 'READ', async (timeline, config) => {
    const day = await postableOn(given, options, timeline, config);
    if (options.dryRun === true) await printDryRun(await bestEntry(day, options, config), options);
    else await printPost(await postBest(day, options, config), options);
  });
}

async function postableOn(
  given: MonthDay | undefined,
  { tz, include }: PostOptions,
  timeline: Timeline,
  config: Config,
): Promise<Day> {
  const { today } = timeline.readClock(tz);
  const anniversaries = await timeline.listAnniversaries(
    monthDayOr(() => today, given ?? {}),
    { today, include },
  );
  const setting = { origin: publicOriginOf(config), year: partsOf(today).year };
  return { today, entries: postEntries(anniversaries, setting) };
}

async function postBest(
  day: Day,
  { to, perDay, sendAgain }: PostOptions,
  config: Config,
): Promise<PostOutcome> {
  const { postOfDay } = await import('../../posting/post-of-day.ts');
  const { openPostLedger } = await import('../../store/open-store.ts');
  const account = await openAccount(to, config);
  const ledger = await openPostLedger(ledgerPlace(config));
  try {
    const outcome = await postOfDay({
      account,
      ledger,
      entries: day.entries,
      day: day.today,
      perDay,
      sendsAgain: sendAgain === true,
      now: () => new Date().toISOString(),
    });
    return 'reason' in outcome ? { ...outcome, reason: withoutSecrets(outcome.reason, config) } : outcome;
  } finally {
    await ledger.close();
  }
}

/** A database on a server has the ledger, so that all machines that post to an account share it. */
const ledgerPlace = ({ databaseUrl, postLedger }: Config): string =>
  isPostgresUrl(databaseUrl) ? databaseUrl : postLedger;

/** The entry that a run would post. The ledger is only read; without an account, the best entry of all is the answer. */
async function bestEntry(
  { entries }: Day,
  { to }: PostOptions,
  config: Config,
): Promise<PostEntry | undefined> {
  const { bestUnposted } = await import('../../posting/post-of-day.ts');
  const place = ledgerPlace(config);
  if (missingSettings(to, config).length > 0 || !(isPostgresUrl(place) || existsSync(place)))
    return bestUnposted(entries, { name: '' }, { known: async () => new Set() });
  const { openPostLedger } = await import('../../store/open-store.ts');
  const account = await openAccount(to, config);
  const ledger = await openPostLedger(place);
  return bestUnposted(entries, account, ledger).finally(() => ledger.close());
}
