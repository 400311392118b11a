import type { TimelineEvent } from '../../domain/event/event.ts';
import type { Mention } from '../../domain/event/mention.ts';
import { MENTION } from '../../domain/event/served-event.ts';
import { shapeOf } from '../../domain/event/served-object.ts';
import { compileProjection } from './project-json.ts';
import { publicDocumentOf } from './projector.ts';

/**
 * The two texts that are stored of an event, as UTF-8. An event is written again with each new mention. Bytes are copied in a tenth
 * of the time that a string of the same mentions takes to be made and encoded.
 */
export interface EventTexts {
  readonly full: Buffer;
  readonly public: Buffer;
}

const publicMentionOf = compileProjection(shapeOf(MENTION));

/** Mentions are immutable, and an event is written again with each new one. */
const known = new WeakMap<Mention, EventTexts>();

function textsOfMention(mention: Mention): EventTexts {
  const found = known.get(mention);
  if (found !== undefined) return found;
  const full = textOfMention(mention);
  const texts = { full: Buffer.from(full), public: Buffer.from(publicMentionOf(full)) };
  known.set(mention, texts);
  return texts;
}

/** The full text of a mention, as it is stored. */
export const textOfMention = (mention: Mention): string => JSON.stringify(mention);

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

/** The texts that `JSON.stringify` and the projection give. The mentions are the last property of both. */
export function textsOf({ mentions, ...own }: TimelineEvent): EventTexts {
  const texts = mentions.map(textsOfMention);
  const full = JSON.stringify({ ...own, mentions: [] });
  const withMentions = (head: string, kind: keyof EventTexts): Buffer =>
    Buffer.concat([
      Buffer.from(head.slice(0, -END.length)),
      ...texts.flatMap((text, place) => (place === 0 ? [text[kind]] : [COMMA, text[kind]])),
      END,
    ]);
  return {
    full: withMentions(full, 'full'),
    public: withMentions(publicDocumentOf(full), 'public'),
  };
}
