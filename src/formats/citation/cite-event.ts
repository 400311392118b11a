import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { TimelineEvent } from '../../domain/event/event.ts';
import { type CalendarDate, toDayNumber } from '../../domain/time/calendar-date.ts';
import { displayPeriod } from '../../domain/time/display.ts';
import { dayPeriod } from '../../domain/time/period.ts';
import {
  type CitationFormat,
  type CitationItem,
  type CitationSetting,
  citationItem,
} from './citation-item.ts';

// Event ids are valid keys of BibTeX. The library's own escapes would drop letters outside ASCII.
Object.assign(plugins.config.get('@bibtex').format, {
  useIdAsLabel: true,
  checkLabel: false,
  asciiOnly: false,
});

/** An event as a citation, with a line end. */
export function citeEvent(event: TimelineEvent, format: CitationFormat, setting: CitationSetting): string {
  const item = citationItem(event, setting);
  switch (format) {
    case 'txt':
      return `${lineOf(item, setting)}\n`;
    case 'bib':
      return `${new Cite([bibtexItem(item, setting)]).format('bibtex').trim()}\n`;
    case 'csl.json':
      return `${JSON.stringify([withoutMarkup(item)])}\n`;
  }
}

/** The line for people: title with date, timeline, revision, address (day of access), sources. */
function lineOf(
  { title, version, URL, note, ...item }: CitationItem,
  { accessedOn }: CitationSetting,
): string {
  const timeline = [...namesOf(item), `revision ${version}`].join(', ');
  return `${title}. ${timeline}. ${URL} (accessed ${inWords(accessedOn)}). ${note.replace(/\.$/, '')}.`;
}

/** The timeline's name, and its publisher if it has one. */
const namesOf = ({
  'container-title': name,
  publisher,
}: Pick<CitationItem, 'container-title' | 'publisher'>) =>
  publisher === undefined ? [name] : [name, publisher];

const inWords = (day: CalendarDate): string => displayPeriod(dayPeriod(toDayNumber(day)));

/** CSL-JSON reads `<i>`, `<b>`, `<span …>` and the like as markup and has no escape for them. */
const withoutMarkup = (item: CitationItem): CitationItem => ({
  ...item,
  title: unmarked(item.title),
  'container-title': unmarked(item['container-title']),
  ...(item.publisher !== undefined && { publisher: unmarked(item.publisher) }),
  note: unmarked(item.note),
});

const unmarked = (text: string): string => text.replaceAll(/<(?=[a-z/])/gi, '‹');

/**
 * BibTeX has no field for a revision or a day of access, so the note has both. A date in BibTeX is a year and a month.
 * The item has a publisher, because the library then writes the address in `url` alone, unescaped.
 */
function bibtexItem(item: CitationItem, { accessedOn }: CitationSetting) {
  const { id, type, title, version, issued, URL, note } = item;
  return {
    id,
    type,
    title: latexText(title),
    publisher: latexText(namesOf(item).join(', ')),
    issued: { 'date-parts': issued['date-parts'].map((parts) => parts.slice(0, 2)) },
    URL,
    note: latexText(`Revision ${version}, accessed ${accessedOn}. ${note}`),
  };
}

/**
 * BibTeX counts braces even behind a backslash, so every brace needs a command of its own. The library would take `<` for
 * the beginning of markup.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '<': String.raw`\textless{}`,
};

/** A text escaped for LaTeX. Letters of all scripts stay, as UTF-8. */
const latexText = (text: string): string =>
  text.replaceAll(/[\\{}~^<&%$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
