import type { Command } from 'commander';
import type { MonthDay } from '../../domain/query/timeline-query.ts';
import { monthDayOr } from '../../timeline/read/on-this-date.ts';
import type { OnThisDateArguments } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { day as dayOption } from '../options/option-values.ts';
import {
  addMonthDayOptions,
  addPageOptions,
  type MonthDayOptions,
  optionsOf,
  pageOf,
} from '../options/shared-options.ts';
import { printEvents } from '../output/print-events.ts';

const EXAMPLES = `
Examples:
  dateline on-this-date
  dateline on-this-date --tz Europe/Kyiv --include possible
  dateline on-this-date 12-21 --json`;

/** `dateline on-this-date [MM-DD]`: what happened on that day of any year. */
export function addOnThisDate(program: Command): void {
  addMonthDayOptions(addPageOptions(program.command('on-this-date')))
    .description('List what happened on a day of any year, oldest first')
    .option('--as-of <day>', 'what was known from articles published by this day', dayOption)
    .addHelpText('after', EXAMPLES)
    .action(onThisDate);
}

async function onThisDate(given: MonthDay | undefined, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<OnThisDateArguments & MonthDayOptions>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { asOf, include, tz } = options;
    const day = monthDayOr(() => timeline.readClock(tz).today, given ?? {});
    const page = { ...pageOf(options), include, ...(asOf !== undefined && { asOf }) };
    await printEvents(await timeline.listOnThisDate(day, page), options.json === true);
  });
}
