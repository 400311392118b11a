import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import type { TimelineEvent } from '../../domain/event/event.ts';
import {
  type CitationFormat,
  type CitationItem,
  type CitationSetting,
  citationItem,
} from './citation-item.ts';

/** The style of the line for people (CSL 1.0.2): title with date, timeline, revision, address (day of access), sources. */
const CITATION_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Dateline</title>
    <id>urn:dateline:citation-style</id>
    <updated>2021-12-21T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <text variable="title"/>
        <group delimiter=", ">
          <text variable="container-title"/>
          <text variable="version" prefix="revision "/>
        </group>
        <group delimiter=" ">
          <text variable="URL"/>
          <date variable="accessed" prefix="(accessed " suffix=")">
            <date-part name="day" suffix=" "/>
            <date-part name="month" suffix=" "/>
            <date-part name="year"/>
          </date>
        </group>
        <text variable="note"/>
      </group>
    </layout>
  </bibliography>
</style>`;

const STYLE = 'dateline';

plugins.config.get('@csl').styles.add(STYLE, CITATION_STYLE);
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
      return `${new Cite([item]).format('bibliography', { style: STYLE }).trim()}\n`;
    case 'bib':
      return `${new Cite([bibtexItem(item, setting)]).format('bibtex').trim()}\n`;
    case 'csl.json':
      return `${JSON.stringify([item])}\n`;
  }
}

/**
 * BibTeX has no field for a revision or a day of access, so the note has both. A date in BibTeX is a year and a month.
 * The item has a publisher, because the library then writes the address in `url` alone, unescaped.
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

/** BibTeX counts braces even behind a backslash, so every brace needs a command of its own. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** A text escaped for LaTeX. Letters of all scripts stay, as UTF-8. */
const latexText = (text: string): string =>
  text.replaceAll(/[\\{}~^&%$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
