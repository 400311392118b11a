import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { MENTION } from '../../domain/event/served-event.ts';
import { shapeOf } from '../../domain/event/served-object.ts';
import { compileProjection } from './project-json.ts';
import { publicDocumentOf } from './projector.ts';

/** The two texts that are stored of an event. */
export interface EventTexts {
  readonly full: string;
  readonly public: string;
}

const publicMentionOf = compileProjection(shapeOf(MENTION));

/** Mentions are immutable, and an event is written again with each new one. */
const known = new WeakMap<Mention, EventTexts>();

function textsOfMention(mention: Mention): EventTexts {
  const found = known.get(mention);
  if (found !== undefined) return found;
  const full = JSON.stringify(mention);
  const texts = { full, public: publicMentionOf(full) };
  known.set(mention, texts);
  return texts;
}

/** The full text of a mention, as it is stored. */
export const textOfMention = (mention: Mention): string => textsOfMention(mention).full;

/** The texts that `JSON.stringify` and the projection give. The mentions are the last property of both. */
export function textsOf({ mentions, ...own }: TimelineEvent): EventTexts {
  const texts = mentions.map(textsOfMention);
  const full = JSON.stringify({ ...own, mentions: [] });
  const withMentions = (head: string, kind: keyof EventTexts): string =>
    `${head.slice(0, -']}'.length)}${texts.map((text) => text[kind]).join(',')}]}`;
  return {
    full: withMentions(full, 'full'),
    public: withMentions(publicDocumentOf(full), 'public'),
  };
}
