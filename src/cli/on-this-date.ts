import type { Command } from 'commander';
import type { MonthDay } from '../domain/timeline-query.ts';
import type { OnThisDateArguments } from '../timeline/timeline.ts';
import { optionsOf } from './global-options.ts';
import { withTimeline } from './open-timeline.ts';
import { day as dayOption, monthDay } from './option-values.ts';
import { addPageOptions, pageOf } from './page-options.ts';
import { printEvents } from './print-events.ts';

const EXAMPLES = `
Examples:
  dateline on-this-date 12-21
  dateline on-this-date "$(date +%m-%d)" --json`;

/** `dateline on-this-date MM-DD`: what happened on that day of any year. */
export function addOnThisDate(program: Command): void {
  addPageOptions(program.command('on-this-date'))
    .description('List what happened on a day of any year, oldest first')
    .argument('<MM-DD>', 'the day', monthDay)
    .option('--as-of <day>', 'what was known from articles published by this day', dayOption)
    .addHelpText('after', EXAMPLES)
    .action(onThisDate);
}

async function onThisDate(day: MonthDay, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<OnThisDateArguments>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const { asOf } = options;
    const page = { ...pageOf(options), ...(asOf !== undefined && { asOf }) };
    await printEvents(await timeline.listOnThisDate(day, page), options.json === true);
  });
}
