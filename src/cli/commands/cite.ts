import { type Command, Option } from 'commander';
import { recordOf } from '../../config.ts';
import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventId } from '../../domain/event/ids.ts';
import { CITATION_FORMATS, type CitationFormat } from '../../formats/citation/citation-item.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireEvent } from '../input/require-event.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf, publicOriginOf } from '../options/shared-options.ts';
import { print } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline cite evt_0123456789abcdef
  dateline cite evt_0123456789abcdef --format bib >> sources.bib
  dateline cite evt_0123456789abcdef --revision 7`;

interface CiteOptions {
  readonly format: CitationFormat;
  readonly revision?: number;
  readonly tz: string;
}

/** `dateline cite ID`: a citation that leads to the event as it is now, or as it was at a revision. */
export function addCite(program: Command): void {
  program
    .command('cite')
    .description('Write a citation of an event, with its sources, the day of access and the revision')
    .argument('<id>', 'id of an event')
    .addOption(new Option('--format <format>', 'how it is written').choices(CITATION_FORMATS).default('txt'))
    .option('--revision <number>', 'as it was at this revision (default: now)', wholeNumber)
    .option('--tz <zone>', 'where the day of access is looked up: an IANA time zone', 'UTC')
    .addHelpText('after', EXAMPLES)
    .action(cite);
}

async function cite(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<CiteOptions>(command);
  await withTimeline(options, 'READ', async (timeline, config) => {
    const { citeEvent } = await import('../../formats/citation/cite-event.ts');
    const { format, revision, tz, json } = options;
    const event =
      revision === undefined
        ? await requireEvent(timeline, id)
        : await requireVersion(timeline, id, revision);
    const citation = citeEvent(event, json === true ? 'csl.json' : format, {
      record: recordOf(config),
      origin: publicOriginOf(config),
      accessedOn: timeline.readClock(tz).today,
    });
    await print(citation);
  });
}

async function requireVersion(timeline: Timeline, id: string, revision: number): Promise<TimelineEvent> {
  const event = await timeline.getEventVersion(eventId(id), revision);
  if (event === undefined)
    throw new TimelineError('NOT_FOUND', `there is no event ${id} at revision ${revision}`);
  return event;
}
