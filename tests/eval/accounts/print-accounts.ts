import { labelledLine } from '../../../src/cli/output/text-table.ts';
import type { Mention } from '../../../src/domain/event/mention.ts';
import type { Account } from './list-accounts.ts';

/** An account for a reader: its sentence, and line by line what was made of it. A lead stands under a day that is not its own. */
export function printAccount({ mention, before, event, partners }: Account, number: number): string {
  const { quote, title, titleKind, places, type, typePattern, subject, modality } = mention;
  return [
    `${number}  ${nameOf(mention)}${isLead(mention) ? '  LEAD' : ''}`,
    ...(before === null ? [] : [labelledLine('before', before)]),
    labelledLine('sentence', quote.exact),
    labelledLine('title', `${title} [${titleKind}]`),
    ...(event.title === title ? [] : [labelledLine('printed as', `${event.title} [${event.titleKind}]`)]),
    labelledLine('date', dateOf(mention)),
    labelledLine('actors', listOf(mention.actors.map(({ name, role }) => `${name} (${role})`))),
    labelledLine('places', listOf(places.map(({ name }) => name))),
    labelledLine('type', `${typePattern ?? type} · subject ${subject ?? 'none'} · ${modality}`),
    ...partners.map((partner) => labelledLine('joined with', `${nameOf(partner)}: ${partner.quote.exact}`)),
  ].join('\n');
}

/** The same for programs. */
export const accountJson = ({ mention, before, event, partners }: Account) => ({
  id: mention.id,
  article: nameOf(mention),
  isLead: isLead(mention),
  before,
  sentence: mention.quote.exact,
  title: mention.title,
  titleKind: mention.titleKind,
  date: mention.date,
  expression: mention.timex?.text ?? null,
  anchor: mention.anchor,
  actors: mention.actors.map(({ name, role }) => ({ name, role })),
  places: mention.places.map(({ name }) => name),
  type: mention.type,
  typePattern: mention.typePattern,
  subject: mention.subject,
  modality: mention.modality,
  event: { id: event.id, title: event.title, titleKind: event.titleKind, date: event.date.edtf },
  partners: partners.map((partner) => ({ article: nameOf(partner), sentence: partner.quote.exact })),
});

const nameOf = ({ article }: Mention): string => article.file ?? article.title ?? article.id;

/** The main news of an article that names no day: it is dated by the article's own. */
const isLead = ({ date }: Mention): boolean => date?.role === 'PUBLISHED';

function dateOf({ date, timex, anchor }: Mention): string {
  const from = `anchor ${anchor.date} ${anchor.basis}`;
  if (date === null) return `none of its own · ${from}`;
  const words = timex === null ? '' : `"${timex.text}" → `;
  return `${words}${date.display} (${date.edtf}, ${date.role}, ${date.precision}) · ${from}`;
}

const listOf = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
