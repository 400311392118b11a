import { expect, test } from 'vitest';
import { textsOf } from '../../src/store/documents/event-texts.ts';
import { publicDocumentOf } from '../../src/store/documents/projector.ts';
import { storedEvent } from '../../src/store/sql/columns/stored-event.ts';
import { buildEvent, buildMention } from './build-event.ts';

test.each([0, 1, 3])('the texts of an event with %i mentions are those of the whole event', (count) => {
  const mentions = Array.from({ length: count }, (_, n) =>
    buildMention(`a${n}`, { title: `“Ada \\ Novák”, ${n}],"mentions":[` }),
  );
  const event = storedEvent(buildEvent('a', { mentions }), 3, 1);
  const whole = JSON.stringify(event);
  const texts = textsOf(event);
  expect(texts.full.toString()).toBe(whole);
  expect(texts.public.toString()).toBe(publicDocumentOf(whole));
});
