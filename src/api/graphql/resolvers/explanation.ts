import type { TimelineEvent } from '../../../domain/event/event.ts';
import type {
  ActorExplanation,
  EventExplanation,
  MentionExplanation,
  TimeExplanation,
} from '../../../domain/event/explanation.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { GraphqlContext } from '../graphql-context.ts';
import { takeEntries } from '../limits/count-entries.ts';
import { EXPLANATION_PRICE } from '../limits/requested-nodes.ts';
import type { MentionSource } from './mention-source.ts';

/** An explanation whose account can lead back to its event. */
interface ExplanationSource extends MentionExplanation {
  readonly mention: MentionSource;
}

const withEvent = (event: TimelineEvent, explained: MentionExplanation): ExplanationSource => ({
  ...explained,
  mention: { ...explained.mention, event },
});

export const explainEventSource = async (
  timeline: Timeline,
  event: TimelineEvent,
  { first }: { readonly first: number },
  context: GraphqlContext,
): Promise<EventExplanation> => {
  // A negative number is refused later, and takes no entry back.
  takeEntries(context, EXPLANATION_PRICE * Math.max(0, Math.min(first, event.mentions.length)));
  return inTurn(context, () => timeline.explainEvent(event, first));
};

export const explainMentionSource = async (
  timeline: Timeline,
  mention: MentionSource,
  context: GraphqlContext,
): Promise<ExplanationSource> => {
  takeEntries(context, EXPLANATION_PRICE);
  return inTurn(context, async () =>
    withEvent(mention.event, await timeline.explainMention(mention.event, mention)),
  );
};

/** Explains one after the other: each reads an article. Nothing is explained for an answer that has too many entries by now. */
const inTurn = <Explained>(context: GraphqlContext, explain: () => Promise<Explained>): Promise<Explained> =>
  context.inTurn(() => {
    takeEntries(context, 0);
    return explain();
  });

export const eventExplanationResolvers = {
  mentionCount: ({ event }: EventExplanation): number => event.mentions.length,
  mentions: ({ event, mentions }: EventExplanation): readonly ExplanationSource[] =>
    mentions.map((explained) => withEvent(event, explained)),
};

export const timeExplanationResolvers = {
  resolution: ({ resolution, countedFrom }: TimeExplanation) => {
    if (resolution === null) return null;
    const { reference, timex } = resolution;
    return {
      ...resolution,
      text: timex.text,
      start: timex.start,
      end: timex.end,
      reference: reference.kind === 'EXPRESSION' ? { ...reference, text: countedFrom } : reference,
    };
  },
};

export const actorExplanationResolvers = {
  role: ({ actor }: ActorExplanation) => actor.role,
};
