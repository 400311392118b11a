import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SLUG } from '../domain/timeline-record.ts';
import { isServerOfMany } from './store-url.ts';

/** A folder of SQLite files, each of which is the store of a timeline. */
export interface TimelineFolder {
  readonly path: string;
  readonly isReadOnly: boolean;
}

/**
 * The folder that a URL names: `sqlite:data/timelines/`, which ends in a slash or is a folder already. Null for a single file,
 * a store in memory and a server.
 */
export function timelineFolder(url: string): TimelineFolder | null {
  const [, path = '', mode] = /^sqlite:(?!:)(.+?)(\?mode=ro)?$/s.exec(url) ?? [];
  const isFolder = path.endsWith('/') || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder && path !== '' ? { path, isReadOnly: mode !== undefined } : null;
}

/** The URL of a file in a folder of timelines. */
export const urlInFolder = ({ path, isReadOnly }: TimelineFolder, file: string): string =>
  `sqlite:${join(path, file)}${isReadOnly ? '?mode=ro' : ''}`;

/** The URL of the store of the default timeline: a file of its own in a folder, else the database itself. */
export function defaultTimelineUrl(url: string): string {
  const folder = timelineFolder(url);
  return folder === null ? url : urlInFolder(folder, `${DEFAULT_SLUG}.sqlite`);
}

/** Whether a database can hold more than one timeline. */
export const holdsMany = (url: string): boolean => isServerOfMany(url) || timelineFolder(url) !== null;
