import { written } from '../html.ts';
import type { ListedEvent } from './event-entry.ts';
import { type ListEntry, listEntry } from './event-list.ts';

/** A kept entry takes up to some 15 kB. */
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 10_000;

/**
 * Writes the entries of events from their documents, and keeps them for as long as the documents are asked for. An entry
 * depends on nothing but the document and the prefix of its links.
 */
export function keepEntries(): (document: string, prefix: string) => ListEntry {
  const kept = new Map<string, ListEntry>();
  return (document, prefix) => {
    const key = `${prefix} ${document}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const entry = writtenEntry(document, prefix);
    if (document.length > LONGEST_KEPT) return entry;
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return entry;
  };
}

function writtenEntry(document: string, prefix: string): ListEntry {
  const event: ListedEvent = JSON.parse(document);
  const { entry, ...headings } = listEntry(event);
  return { ...headings, entry: written(entry, prefix) };
}
