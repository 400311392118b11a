import { type Command, Option } from 'commander';
import {
  MONTH_DAY_INCLUSIONS,
  type MonthDay,
  type MonthDayInclusion,
} from '../../domain/query/timeline-query.ts';
import { monthDayOr } from '../../timeline/read/on-this-date.ts';
import type { OnThisDateArguments } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { optionsOf } from '../options/global-options.ts';
import { day as dayOption, monthDay, oneWord } from '../options/option-values.ts';
import { addPageOptions, pageOf } from '../options/page-options.ts';
import { printEvents } from '../output/print-events.ts';

const EXAMPLES = `
Examples:
  dateline on-this-date
  dateline on-this-date --tz Europe/Kyiv --include possible
  dateline on-this-date 12-21 --json`;

interface OnThisDateOptions extends OnThisDateArguments {
  readonly tz: string;
  readonly include: MonthDayInclusion;
}

/** `dateline on-this-date [MM-DD]`: what happened on that day of any year. */
export function addOnThisDate(program: Command): void {
  addPageOptions(program.command('on-this-date'))
    .description('List what happened on a day of any year, oldest first')
    .argument('[MM-DD]', 'the day (default: today)', monthDay)
    .option('--tz <zone>', 'where today is looked up: an IANA time zone', 'UTC')
    .addOption(
      new Option('--include <which>', `which events are on the day: ${MONTH_DAY_INCLUSIONS.join(', ')}`)
        .argParser(oneWord(MONTH_DAY_INCLUSIONS))
        .default('EXACT'),
    )
    .option('--as-of <day>', 'what was known from articles published by this day', dayOption)
    .addHelpText('after', EXAMPLES)
    .action(onThisDate);
}

async function onThisDate(given: MonthDay | undefined, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<OnThisDateOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { asOf, include, tz } = options;
    const day = monthDayOr(() => timeline.readClock(tz).today, given ?? {});
    const page = { ...pageOf(options), include, ...(asOf !== undefined && { asOf }) };
    await printEvents(await timeline.listOnThisDate(day, page), options.json === true);
  });
}
