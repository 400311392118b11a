import type { Command } from 'commander';
import { TimelineError } from '../domain/errors.ts';
import type { TimelineEvent } from '../domain/event.ts';
import { eventId, kindOfId, mentionId } from '../domain/ids.ts';
import { counted } from '../formats/counted.ts';
import { eventJson, mentionJson } from '../formats/event-json.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { findReasoning } from './find-reasoning.ts';
import { optionsOf } from './global-options.ts';
import { mentionLines } from './mention-lines.ts';
import { withTimeline } from './open-timeline.ts';
import { complain, print, printJson } from './output.ts';

const EXAMPLES = `
Examples:
  dateline explain evt_0123456789abcdef
  dateline explain men_0123456789abcdef --json`;

/** `dateline explain ID`: from an event or a mention down to the sentence, the words, the anchor and the rule. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('Show where the date of an event, or of one mention, comes from')
    .argument('<id>', 'id of an event or a mention')
    .addHelpText('after', EXAMPLES)
    .action(explain);
}

async function explain(id: string, _: unknown, command: Command): Promise<void> {
  const options = optionsOf(command);
  const isJson = options.json === true;
  await withTimeline(options, 'READ', async (timeline) => {
    if (kindOfId(id) === 'mention') return explainMention(timeline, id, isJson);
    if (kindOfId(id) === 'event') return explainEvent(timeline, await requireEvent(timeline, id), isJson);
    throw new TimelineError('NOT_FOUND', `"${id}" is not the id of an event or a mention`);
  });
}

async function explainMention(timeline: Timeline, id: string, isJson: boolean): Promise<void> {
  const found = await timeline.getMention(mentionId(id));
  if (found === undefined) throw new TimelineError('NOT_FOUND', `there is no mention ${id}`);
  const reasoning = await findReasoning(timeline, found.mention);
  if (isJson)
    return printJson({ event: found.eventId, ...mentionJson(found.mention), reasoning: reasoning ?? null });
  await print(`${mentionLines(found.mention, reasoning).join('\n')}\n  event       ${found.eventId}\n`);
}

async function explainEvent(timeline: Timeline, event: TimelineEvent, isJson: boolean): Promise<void> {
  const accounts = await Promise.all(
    event.mentions.map(async (mention) => ({ mention, reasoning: await findReasoning(timeline, mention) })),
  );
  if (isJson) {
    const mentions = accounts.map((each) => ({
      ...mentionJson(each.mention),
      reasoning: each.reasoning ?? null,
    }));
    return printJson({ ...eventJson(event), mentions });
  }
  const lines = accounts.flatMap(({ mention, reasoning }) => ['', ...mentionLines(mention, reasoning)]);
  await print(`${[...headLines(event), ...lines].join('\n')}\n`);
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

async function requireEvent(timeline: Timeline, id: string): Promise<TimelineEvent> {
  const found = await timeline.lookUpEvent(eventId(id));
  switch (found.kind) {
    case 'found':
      return found.event;
    case 'merged':
      complain(`${id} was merged into ${found.into}`);
      return requireEvent(timeline, found.into);
    case 'withdrawn':
      throw new TimelineError('NOT_FOUND', `${id} was withdrawn at revision ${found.revision}`);
    case 'hidden':
      throw new TimelineError('NOT_FOUND', `${id} was hidden by an editor at revision ${found.revision}`);
    case 'unknown':
      throw new TimelineError('NOT_FOUND', `there is no event ${id}`);
  }
}
