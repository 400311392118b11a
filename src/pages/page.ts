import type { TimelineRecord } from '../domain/timeline-record.ts';
import type { Html, OwnPath } from './html.ts';

/** A page for people, before its frame is put around it. */
export interface Page {
  /** In the browser's title bar, before the name of the timeline. */
  readonly title: string;
  /** For search engines and previews of links. */
  readonly description: string;
  /** The path of the one address under which the page is known; null for a page that has none. */
  readonly canonical: OwnPath | null;
  readonly main: Html;
  /** The section of the site that the page belongs to. */
  readonly section?: Section;
  /** The same content in other forms. */
  readonly alternates?: readonly Alternate[];
  /** Whether search engines may list the page; true by default. */
  readonly isListed?: boolean;
  /** False where a part took too long to read, so that the page may not be kept; true by default. */
  readonly isComplete?: boolean;
  /** For machines, in JSON-LD. */
  readonly jsonLd?: unknown;
}

/** The sections of the site, by their paths. */
export const SECTIONS = {
  '/': 'Timeline',
  '/on-this-date/today': 'On this day',
  '/compare': 'Compare',
  '/try': 'Try a text',
  '/about': 'About',
} as const;

export type Section = keyof typeof SECTIONS;

export interface Alternate {
  readonly href: OwnPath;
  readonly type: string;
  readonly title: string;
}

/** The facts of a site that stand on each of its pages. */
export interface Site {
  readonly record: TimelineRecord;
  /** Scheme, host and path under which readers find the pages. */
  readonly origin: string;
  /** That path alone: `/timeline`, or an empty text. */
  readonly prefix: string;
  /** Whether the server may hold other timelines, which a page lists. */
  readonly isOneOfMany: boolean;
}

/** The address of a path for those who read it outside of the page. */
export const wholeUrl = ({ origin }: Site, { path }: OwnPath): string => `${origin}${path}`;
