import type {
  ActorExplanation,
  JoinReason,
  MentionExplanation,
  TimeExplanation,
} from '../../domain/event/explanation.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { meaningLines, reasoningLines, ruleLine } from './resolution-lines.ts';
import { labelledLine } from './text-table.ts';

/** A mention for people, line by line: its sentence, anchor, expression, grammar, meaning and reason, type, names and joining. */
export function mentionLines(explained: MentionExplanation): readonly string[] {
  const { mention, anchorBecause, time, typeBecause, actors, joining } = explained;
  const { article, quote, anchor } = mention;
  const source = [article.file, article.title, article.publisher, article.url].filter(
    (part) => part !== null,
  );
  return [
    `${mention.id}  ${source.length === 0 ? article.id : source.join(' · ')}`,
    labelledLine('sentence', `"${quote.exact}" (${quote.start}–${quote.end})`),
    labelledLine('anchor', `${anchor.date} ${anchor.basis}: ${anchorBecause}`),
    ...timeLines(mention, time),
    labelledLine('type', `${mention.type}: ${typeBecause}`),
    ...actors.map(actorLine),
    ...joiningLines(joining),
    labelledLine('told as', `${mention.modality}, confidence ${mention.confidence}`),
  ];
}

function timeLines(mention: Mention, time: TimeExplanation): readonly string[] {
  const { timex, date, anchor, rule } = mention;
  const { outcome, resolution, countedFrom, hangsOn, note } = time;
  if (timex === null) return [labelledLine('expression', `none: ${note ?? ''}`)];
  const reasoning = resolution === null || outcome !== 'SAME' ? null : { ...resolution, countedFrom };
  return [
    labelledLine('expression', `"${timex.text}" (${timex.start}–${timex.end})`),
    ...(hangsOn === null ? [] : [labelledLine('grammar', `hangs on ${hangsOn}`)]),
    ...meaningLines(timex, date),
    ...(note === null ? [] : [labelledLine('now', note)]),
    ...(reasoning === null ? [] : reasoningLines(reasoning, anchor.date)),
    ...(rule === null ? [] : [ruleLine(rule, reasoning?.confidence)]),
  ];
}

const actorLine = ({ actor, words }: ActorExplanation): string =>
  labelledLine(
    actor.role.toLowerCase(),
    words.length === 0
      ? `${actor.name}: by no name in this sentence`
      : `${actor.name}: ${words.map(({ text, start, end }) => `"${text}" (${start}–${end})`).join(', ')}`,
  );

function joiningLines({ because, score }: JoinReason): readonly string[] {
  if (score === null) return [labelledLine('joined', because)];
  const { date, actors, type, wording } = score;
  const parts = Object.entries({ date, actors, type, wording }).map(
    ([name, share]) => `${name} ${share.toFixed(2)}`,
  );
  return [labelledLine('joined', `${because} (${parts.join(', ')})`)];
}
