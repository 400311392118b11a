import { expect, test } from 'vitest';
import { actorId, eventId, placeId } from '../../../src/domain/event/ids.ts';
import type { Actor, Participant } from '../../../src/domain/event/mention.ts';
import type { EventStore } from '../../../src/store/port/event-store.ts';
import { buildChange, buildEvent } from '../build-event.ts';
import { saveArticle } from '../save-change.ts';

const acting = (actor: Actor): Participant => ({ ...actor, role: 'ACTOR' });

/** Actors and places: the names that find them, and how often they occur. */
export function describeNames(store: () => EventStore): void {
  const putin = { id: actorId('act_vladimir-putin'), name: 'Vladimir Putin' };
  const nato = { id: actorId('act_nato'), name: 'NATO' };
  const kyiv = { id: placeId('plc_kyiv'), name: 'Kyiv' };
  const change = buildChange({
    events: [
      buildEvent('a', { actors: [acting(putin)] }),
      buildEvent('b', { actors: [acting(putin), acting(nato)], places: [kyiv] }),
      buildEvent('c'),
    ],
    actors: [
      { ...putin, aliases: ['Mr. Putin', 'Putin'] },
      { ...nato, aliases: ['the Alliance', 'North Atlantic Treaty Organization'] },
    ],
    places: [{ ...kyiv, aliases: ['Kiev'] }],
  });

  const idsOf = async (filter: Parameters<EventStore['countEvents']>[0]): Promise<readonly string[]> => {
    const page = await store().listEvents(filter, 'DATE', { direction: 'FORWARD', size: 10, after: null });
    return page.items.map(({ node }) => node.id);
  };

  test.each([
    ['an id', ['act_vladimir-putin'], ['evt_a', 'evt_b']],
    ['a name', ['Vladimir Putin'], ['evt_a', 'evt_b']],
    ['an alias in any case', ['mr. PUTIN'], ['evt_a', 'evt_b']],
    ['an alias whatever its white space and full stops', [' Mr \u00a0 Putin '], ['evt_a', 'evt_b']],
    ['any of several', ['NATO', 'nobody'], ['evt_b']],
    ['no part of a name', ['Vladimir'], []],
    ['no one', ['nobody', '', '%', "' OR 1=1 --"], []],
  ])('%s finds the events of an actor', async (_, actors, expected) => {
    await saveArticle(store(), change);
    expect(await idsOf({ actors })).toEqual(expected);
  });

  test.each([['plc_kyiv'], ['kyiv'], ['KIEV']])('"%s" finds the events of a place', async (place) => {
    await saveArticle(store(), change);
    expect(await idsOf({ places: [place] })).toEqual(['evt_b']);
  });

  test('an actor has its names and the number of its events', async () => {
    await saveArticle(store(), change);
    expect(await store().getActor(putin.id)).toEqual({
      ...putin,
      aliases: ['Mr. Putin', 'Putin'],
      eventCount: 2,
    });
    expect(await store().getActor(actorId('act_none'))).toBeUndefined();
  });

  test.each([
    ['vladimir putin', [putin.id]],
    [' Mr \u00a0 PUTIN ', [putin.id]],
    ['the Alliance', [nato.id]],
    ['Vladimir', []],
    ['', []],
  ])('"%s" finds an actor as in a filter', async (name, expected) => {
    await saveArticle(store(), change);
    expect((await store().findActors(name)).map(({ id }) => id)).toEqual(expected);
  });

  test('an alias that two actors have finds both, in the order of their ids', async () => {
    await saveArticle(store(), change);
    await saveArticle(store(), buildChange({ actors: [{ ...nato, aliases: ['the Alliance', 'Putin'] }] }));
    expect(await store().findActors('putin')).toEqual([
      { ...nato, aliases: ['the Alliance', 'Putin'], eventCount: 1 },
      { ...putin, aliases: ['Mr. Putin', 'Putin'], eventCount: 2 },
    ]);
  });

  test('the number of events follows changes and withdrawals', async () => {
    await saveArticle(store(), change);
    await saveArticle(
      store(),
      buildChange({
        events: [buildEvent('b', { actors: [acting(nato)] })],
        withdrawn: [eventId('evt_a')],
      }),
    );
    expect((await store().getActor(putin.id))?.eventCount).toBe(0);
    expect((await store().getActor(nato.id))?.eventCount).toBe(1);
  });

  test('new names replace the old ones of the same id', async () => {
    await saveArticle(store(), change);
    await saveArticle(store(), buildChange({ actors: [{ ...putin, aliases: ['the president'] }] }));
    expect(await idsOf({ actors: ['The President'] })).toEqual(['evt_a', 'evt_b']);
    expect(await idsOf({ actors: ['Mr. Putin'] })).toEqual([]);
  });

  test('an actor that no name record introduces is known under its name in the event', async () => {
    await saveArticle(
      store(),
      buildChange({ events: [buildEvent('a', { actors: [acting(nato), acting(nato)], places: [kyiv] })] }),
    );
    expect(await store().getActor(nato.id)).toEqual({ ...nato, aliases: [], eventCount: 1 });
    expect(await idsOf({ actors: ['nato'], places: ['kyiv'] })).toEqual(['evt_a']);
  });

  test('actors are listed by falling number of events, then by id, and only those of events', async () => {
    const named = (name: string) => ({ id: actorId(`act_${name}`), name });
    await saveArticle(
      store(),
      buildChange({
        events: [
          buildEvent('a', { actors: [acting(named('z')), acting(named('m'))] }),
          buildEvent('b', { actors: [acting(named('z')), acting(named('b')), acting(named('k'))] }),
        ],
        actors: [{ ...named('unused'), aliases: [] }],
      }),
    );
    const all = await store().listActors({ direction: 'FORWARD', size: 9, after: null });
    expect(all.items.map(({ node }) => node.id)).toEqual(['act_z', 'act_b', 'act_k', 'act_m']);
    const after = all.items[1]?.position ?? null;
    const rest = await store().listActors({ direction: 'FORWARD', size: 1, after });
    expect(rest.items.map(({ node }) => node.id)).toEqual(['act_k']);
    expect(rest).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const before = await store().listActors({ direction: 'BACKWARD', size: 1, before: after });
    expect(before.items.map(({ node }) => node.id)).toEqual(['act_z']);
    expect(before).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });
}
