import type {
  EventExplanation,
  JoinReason,
  MentionExplanation,
  TimeExplanation,
} from '../../domain/event/explanation.ts';
import type { Resolution } from '../../domain/time/resolution.ts';
import { eventSummaryJson, mentionJson, participantJson } from './event-json.ts';

/** The reasons behind an event, as JSON for REST and the command line. */
export const explanationJson = ({ event, mentions }: EventExplanation) => ({
  event: { ...eventSummaryJson(event), revision: event.revision },
  mentionCount: event.mentions.length,
  mentions: mentions.map(mentionExplanationJson),
});

/** The reasons behind one mention. */
export const mentionExplanationJson = (explained: MentionExplanation) => ({
  mention: mentionJson(explained.mention),
  anchorBecause: explained.anchorBecause,
  time: timeJson(explained.time),
  typeBecause: explained.typeBecause,
  actors: explained.actors.map(({ actor, words }) => ({
    actor: participantJson(actor),
    words: words.map(({ text, start, end }) => ({ text, start, end })),
  })),
  joining: joiningJson(explained.joining),
});

const timeJson = ({
  outcome,
  note,
  readWith,
  ruleSet,
  resolution,
  countedFrom,
  hangsOn,
}: TimeExplanation) => ({
  outcome,
  note,
  readWith,
  ruleSet,
  resolution: resolution === null ? null : resolutionJson(resolution),
  countedFrom,
  hangsOn,
});

function joiningJson({ basis, because, threshold, score }: JoinReason) {
  if (score === null) return { basis, because, threshold, score };
  const { score: whole, date, actors, type, wording } = score;
  return { basis, because, threshold, score: { score: whole, date, actors, type, wording } };
}

/** A time expression that could be placed, as JSON. */
export function resolutionJson(resolution: Resolution) {
  const { kind, timex, date, rule, because, direction, reference, confidence } = resolution;
  const alternatives = resolution.alternatives.map(({ value, because: reason }) => ({
    value,
    because: reason,
  }));
  return { kind, timex, date, rule, because, alternatives, direction, reference, confidence };
}
