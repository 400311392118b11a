import { expect, test } from 'vitest';
import { articleId } from '../../../src/domain/event/ids.ts';
import { requireCalendarDate } from '../../../src/domain/time/calendar-date.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention, buildNote } from '../build-event.ts';
import { retractArticle, saveArticle } from '../save-change.ts';

/** Articles, the newer text of a known address, and what stays of the older one. */
export function describeArticles(store: () => EventStore): void {
  const URL = 'https://news.example/a';
  const old = buildArticle('old', { url: URL });
  const fresh = buildArticle('fresh', { url: URL });

  test('an article comes back as it was saved, with the number of its events', async () => {
    const article = buildArticle('full', {
      title: 'A title',
      publisher: 'Dateline',
      url: URL,
      publishedOn: requireCalendarDate('2021-12-27'),
      basedOn: { publisher: 'Somebody', url: null },
      anchor: { date: requireCalendarDate('2021-12-27'), basis: 'METADATA' },
      warnings: [{ code: 'NO_EVENTS', message: 'nothing is dated', start: null, end: null }],
    });
    const mentionOf = (name: string) => buildMention(name, { article });
    const events = [
      buildEvent('a', { mentions: [mentionOf('a1'), mentionOf('a2')] }),
      buildEvent('b', { mentions: [mentionOf('b')] }),
    ];
    await saveArticle(store(), buildChange({ article, events }));
    expect(await store().getArticle(article.id)).toEqual({
      ...article,
      current: true,
      retracted: false,
      eventCount: 2,
    });
    expect(await store().getArticle(articleId('art_none'))).toBeUndefined();
    const { text, ...record } = article;
    expect(text).not.toBe('');
    expect(await store().getArticleRecord(article.id)).toEqual({
      ...record,
      current: true,
      retracted: false,
      eventCount: 2,
    });
    expect(await store().getArticleRecord(articleId('art_none'))).toBeUndefined();
  });

  test('an article that is saved again under its id is the same article with its new anchor', async () => {
    await saveArticle(store(), buildChange({ article: old }));
    const anchor = { date: requireCalendarDate('2022-01-01'), basis: 'OVERRIDE' } as const;
    await saveArticle(store(), buildChange({ article: { ...old, anchor } }));
    expect(await store().getArticle(old.id)).toMatchObject({ anchor, current: true });
    expect(await store().readSummary()).toMatchObject({ articleCount: 1, revision: 2 });
  });

  test('a superseded article keeps its row but loses its text and its place in the list', async () => {
    await saveArticle(store(), buildChange({ article: old }));
    await saveArticle(store(), buildChange({ article: fresh, supersedes: old.id }));
    expect(await store().getArticle(old.id)).toMatchObject({ current: false, text: '', url: URL });
    const page = await store().listArticles({ direction: 'FORWARD', size: 10, after: null });
    expect(page.items.map(({ node }) => node.id)).toEqual([fresh.id]);
    expect(await store().readSummary()).toMatchObject({ articleCount: 1 });
  });

  test('an address finds its current article alone', async () => {
    expect(await store().findArticleByUrl(URL)).toBeUndefined();
    await saveArticle(store(), buildChange({ article: old }));
    expect((await store().findArticleByUrl(URL))?.id).toBe(old.id);
    await saveArticle(store(), buildChange({ article: fresh, supersedes: old.id }));
    expect((await store().findArticleByUrl(URL))?.id).toBe(fresh.id);
  });

  test('a superseded text that is saved again is current and whole again', async () => {
    await saveArticle(store(), buildChange({ article: old }));
    await saveArticle(store(), buildChange({ article: fresh, supersedes: old.id }));
    await saveArticle(store(), buildChange({ article: old, supersedes: fresh.id }));
    expect(await store().getArticle(old.id)).toMatchObject({ current: true, text: old.text });
    expect(await store().getArticle(fresh.id)).toMatchObject({ current: false });
    expect(await store().verify()).toEqual([]);
  });

  test('a retracted article keeps its row and loses its text, its mentions and its address', async () => {
    const event = buildEvent('event', { mentions: [buildMention('event', { article: old })] });
    await saveArticle(store(), buildChange({ article: old, events: [event] }));
    const note = buildNote({ action: 'RETRACT', subject: old.id });
    const nothing = { events: [], snapshots: [], merged: [], joinKeys: [] };
    const end = { ...nothing, withdrawn: [event.id], article: old.id, note };
    expect(await retractArticle(store(), { ...end })).toBe(2);
    expect(await store().getArticle(old.id)).toMatchObject({ current: false, text: '', eventCount: 0 });
    expect(await store().findArticleByUrl(URL)).toBeUndefined();
    expect(await store().readSummary()).toMatchObject({ articleCount: 0, eventCount: 0 });
    await expect(retractArticle(store(), { ...end, withdrawn: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await store().readRevision()).toBe(2);
    expect(await store().verify()).toEqual([]);
  });

  test('an article that is not known cannot be superseded', async () => {
    await expect(
      saveArticle(store(), buildChange({ article: fresh, supersedes: old.id })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('articles are listed in the order they were first saved', async () => {
    const names = ['m', 'z', 'a'];
    for (const name of names) await saveArticle(store(), buildChange({ article: buildArticle(name) }));
    await saveArticle(store(), buildChange({ article: buildArticle('m') }));
    const first = await store().listArticles({ direction: 'FORWARD', size: 2, after: null });
    expect(first.items.map(({ node }) => node.id)).toEqual(['art_m', 'art_z']);
    expect(first.items.filter(({ node }) => 'text' in node)).toEqual([]);
    expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const after = first.items.at(-1)?.position ?? null;
    const second = await store().listArticles({ direction: 'FORWARD', size: 2, after });
    expect(second.items.map(({ node }) => node.id)).toEqual(['art_a']);
    expect(second).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });
}
