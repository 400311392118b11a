import type { Command } from 'commander';
import type { PageArguments } from '../../timeline/timeline.ts';
import { wholeNumber } from './option-values.ts';

/** Relay's four arguments as options. */
export function addPageOptions(command: Command): Command {
  return command
    .option('--first <number>', 'at most so many events, 0 to 100 (default: 20)', wholeNumber)
    .option('--after <cursor>', 'those that follow this cursor')
    .option('--last <number>', 'the last so many events', wholeNumber)
    .option('--before <cursor>', 'those that come before this cursor');
}

/** The page arguments alone, without the other options. */
export function pageOf({ first, after, last, before }: PageArguments): PageArguments {
  return {
    ...(first !== undefined && { first }),
    ...(after !== undefined && { after }),
    ...(last !== undefined && { last }),
    ...(before !== undefined && { before }),
  };
}
