import type { Command } from 'commander';
import { TimelineError } from '../../domain/errors.ts';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { EventExplanation } from '../../domain/event/explanation.ts';
import { kindOfId, mentionId } from '../../domain/event/ids.ts';
import { explanationJson, mentionExplanationJson } from '../../formats/event/explanation-json.ts';
import { counted } from '../../formats/text/plain-text.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { requireEvent } from '../input/require-event.ts';
import { wholeNumber } from '../options/option-values.ts';
import { optionsOf } from '../options/shared-options.ts';
import { mentionLines } from '../output/mention-lines.ts';
import { complain, print, printJson } from '../output/print.ts';

const EXAMPLES = `
Examples:
  dateline explain evt_0123456789abcdef
  dateline explain men_0123456789abcdef --json`;

/** `dateline explain ID`: from an event or a mention down to the sentence, the words, the anchor and the rule. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Show what an event, or one mention, rests on: words, anchor, rule, type, names, joining')
    .argument('<id>', 'id of an event or a mention')
    .option('--first <number>', 'how many accounts of an event, 0 to 100 (default: 20)', wholeNumber)
    .addHelpText('after', EXAMPLES)
    .action(explain);
}

async function explain(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<{ readonly first?: number }>(command);
  const isJson = options.json === true;
  await withTimeline(options, 'READ', async (timeline) => {
    if (kindOfId(id) === 'mention') return explainMention(timeline, id, isJson);
    if (kindOfId(id) !== 'event')
      throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an event or a mention`);
    const event = await requireEvent(timeline, id);
    await printExplanation(await timeline.explainEvent(event, options.first), isJson);
  });
}

async function explainMention(timeline: Timeline, id: string, isJson: boolean): Promise<void> {
  const found = await timeline.getEventIdOfMention(mentionId(id));
  const event = found && (await requireEvent(timeline, found));
  const mention = event?.mentions.find((each) => each.id === id);
  if (event === undefined || mention === undefined)
    throw new TimelineError('NOT_FOUND', `there is no mention ${id}`);
  const explained = await timeline.explainMention(event, mention);
  if (isJson) return printJson({ event: event.id, ...mentionExplanationJson(explained) });
  await print(`${mentionLines(explained).join('\n')}\n  event       ${event.id}\n`);
}

async function printExplanation(explanation: EventExplanation, isJson: boolean): Promise<void> {
  if (isJson) return printJson(explanationJson(explanation));
  const { event, mentions } = explanation;
  const lines = mentions.flatMap((explained) => ['', ...mentionLines(explained)]);
  await print(`${[...headLines(event), ...lines].join('\n')}\n`);
  const left = event.mentions.length - mentions.length;
  if (left > 0) complain(`${counted(left, 'more mention')}: --first ${event.mentions.length}`);
}

function headLines({
  id,
  title,
  date,
  type,
  modality,
  mentions,
  ...event
}: TimelineEvent): readonly string[] {
  const names = [...event.actors, ...event.places].map(({ name }) => name);
  return [
    title,
    `${date.display} (${date.edtf}, ${date.role}, ${date.precision})`,
    [type, modality, ...names].join(' · '),
    `${id}, revision ${event.revision}, confidence ${event.confidence}`,
    `told by ${counted(mentions.length, 'mention')} from ${counted(event.sourceCount, 'source')}`,
  ];
}
