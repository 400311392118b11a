import { expect, test } from 'vitest';
import { NO_DECISIONS } from '../../../src/domain/event/decision.ts';
import { joinAccounts } from '../../../src/ingestion/joining/join-accounts.ts';
import { mentionsOf } from '../read-text.ts';

/** The title of the event that an editor made of the last accounts of some texts. */
function titleOf(...texts: readonly string[]) {
  const mentions = texts.flatMap((text, index) =>
    mentionsOf(text, '2019-05-15', { publisher: `Publisher ${index}` }).slice(-1),
  );
  const decisions = { ...NO_DECISIONS, together: [mentions.map(({ id }) => id)] };
  return joinAccounts({ candidates: [], mentions, dropped: [], decisions }).events[0]?.title;
}

test('the title of an event is that of an account that needs nothing from its article', () => {
  const open = 'Smoke rose. The mill collapsed in Leeds on Monday, killing two workers.';
  const plain = 'Alba Mill collapsed in Leeds on Monday.';
  expect(titleOf(open, plain)).toBe('Alba Mill collapsed in Leeds');
});

test('an event whose accounts all need their articles still has a title', () => {
  expect(titleOf('Smoke rose. The mill collapsed in Leeds on Monday.')).toBe('The mill collapsed in Leeds');
});
