import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { TimelineEvent } from '../../domain/event/event.ts';
import type { CitationFormat } from './citation-format.ts';
import { type CitationItem, type CitationSetting, citationItem } from './citation-item.ts';
import { CITATION_STYLE } from './citation-style.ts';
import { latexText } from './latex-text.ts';

const STYLE = 'dateline';

plugins.config.get('@csl').styles.add(STYLE, CITATION_STYLE);
// Ids of ours are keys that BibTeX takes as they are. The library's own escapes drop letters that ASCII has no way to write.
Object.assign(plugins.config.get('@bibtex').format, {
  useIdAsLabel: true,
  checkLabel: false,
  asciiOnly: false,
});

/** An event as one citation, with a line end. */
export function citeEvent(event: TimelineEvent, format: CitationFormat, setting: CitationSetting): string {
  const item = citationItem(event, setting);
  switch (format) {
    case 'txt':
      return `${new Cite([item]).format('bibliography', { style: STYLE }).trim()}\n`;
    case 'bib':
      return `${new Cite([bibtexItem(item, setting)]).format('bibtex').trim()}\n`;
    case 'csl.json':
      return `${JSON.stringify([item])}\n`;
  }
}

/**
 * BibTeX knows no revision and no day of access: the note says them. Of dates it has year and month. With a publisher,
 * the address stands in `url` alone, where it is taken as it is.
 */
function bibtexItem(item: CitationItem, { accessedOn, name }: CitationSetting) {
  const { id, type, title, version, issued, URL, note } = item;
  return {
    id,
    type,
    title: latexText(title),
    publisher: latexText(name),
    issued: { 'date-parts': issued['date-parts'].map((parts) => parts.slice(0, 2)) },
    URL,
    note: latexText(`Revision ${version}, accessed ${accessedOn}. ${note}`),
  };
}
