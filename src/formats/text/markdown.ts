import type { TimelineEvent } from '../../domain/event/event.ts';
import { eventUrl } from '../event/addresses.ts';
import { hedgedDate } from '../event/hedge.ts';
import { sourceLine, sourcesOf } from '../event/sources.ts';
import { type EventFormat, type ExportSetting, KEEPS_ALL } from '../export/event-format.ts';
import { plainLine } from './plain-text.ts';

/** A text on one line, escaped so that CommonMark takes no character in it for markup (section 2.4). */
const markdownText = (text: string): string =>
  plainLine(text).replaceAll(/[\\`*_[\]<>&#~|!]/g, String.raw`\$&`);

/** CommonMark: a heading, then a list entry for each event with its date, its title as a link, and its sources. */
export const MARKDOWN: EventFormat = {
  ...KEEPS_ALL,
  mediaType: 'text/markdown; charset=utf-8; variant=CommonMark',
  open: (setting) => ({
    head: () => `# ${markdownText(setting.record.name)}\n\n${descriptionOf(setting)}`,
    event: (event) => entryOf(event, setting),
    tail: () => '',
  }),
};

const descriptionOf = ({ record: { description } }: ExportSetting): string =>
  description === null ? '' : `${markdownText(description)}\n\n`;

function entryOf(event: TimelineEvent, { origin }: ExportSetting): string {
  const sources = sourcesOf(event).map((article) => {
    const source = markdownText(sourceLine(article));
    return article.url === null
      ? source
      : `[${source}](<${article.url.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)`;
  });
  const title = `[${markdownText(event.title)}](${eventUrl(origin, event.id)})`;
  return `- **${markdownText(hedgedDate(event))}**: ${title} (${sources.join('; ')})\n`;
}
