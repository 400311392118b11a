import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildChange, buildEvent } from '../../store/build-event.ts';
import { saveArticle } from '../../store/save-change.ts';
import { askRaw, requestText } from '../../support/raw-client.ts';
import { type GraphqlClient, openGraphql } from './graphql-client.ts';
import { openSocket, type SocketClient } from './socket-client.ts';

const CHANGES = 'subscription($since: Int) { changes(since: $since) { revision change id event { title } } }';

let client: GraphqlClient;
let origin: string;
let sockets: SocketClient[];

beforeEach(async () => {
  sockets = [];
  client = await openGraphql({ following: { intervalMs: 5, heartbeatMs: 60_000, maxFollowers: 2 } });
  origin = await client.app.listen({ port: 0, host: '127.0.0.1' });
  await save('a');
});
afterEach(async () => {
  for (const socket of sockets) socket.close();
  await client.close();
});

const save = async (name: string): Promise<number> =>
  saveArticle(client.store, buildChange({ events: [buildEvent(name)] }));

async function open(): Promise<SocketClient> {
  const socket = await openSocket(origin);
  sockets.push(socket);
  return socket;
}

async function openReady(): Promise<SocketClient> {
  const socket = await open();
  socket.send({ type: 'connection_init' });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

/** The message that the socket is closed, after all others. */
async function lastOf(socket: SocketClient): Promise<unknown> {
  const message = await socket.next();
  return JSON.stringify(message).includes('closed') ? message : lastOf(socket);
}

const subscribe = (id: string, query = CHANGES, variables: object = {}) => ({
  type: 'subscribe',
  id,
  payload: { query, variables },
});

const told = (id: string, revision: number, name: string) => ({
  type: 'next',
  id,
  payload: {
    data: { changes: { revision, change: 'ADDED', id: `evt_${name}`, event: { title: `Event ${name}` } } },
  },
});

describe('a subscription to changes', () => {
  test('tells what was missed, then what happens, also when another one of the socket ends', async () => {
    const socket = await openReady();
    socket.send(subscribe('one', CHANGES, { since: 0 }));
    expect(await socket.next()).toEqual(told('one', 1, 'a'));
    await save('b');
    expect(await socket.next()).toEqual(told('one', 2, 'b'));
    socket.send(subscribe('two', CHANGES, { since: 1 }));
    expect(await socket.next()).toEqual(told('two', 2, 'b'));
    socket.send({ type: 'complete', id: 'two' });
    socket.send({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
    await save('c');
    expect(await socket.next()).toEqual(told('one', 3, 'c'));
  });

  test('begins from now on where no revision is given', async () => {
    const socket = await openReady();
    socket.send(subscribe('one'));
    socket.send(subscribe('known', CHANGES, { since: 0 }));
    expect(await socket.next()).toEqual(told('known', 1, 'a'));
    await save('b');
    expect(await Promise.all([socket.next(), socket.next()])).toEqual(
      expect.arrayContaining([told('one', 2, 'b'), told('known', 2, 'b')]),
    );
  });

  test('is refused to one too many, and ends with the server', async () => {
    const socket = await openReady();
    for (const id of ['one', 'two']) socket.send(subscribe(id, CHANGES, { since: 0 }));
    await Promise.all([socket.next(), socket.next()]);
    socket.send(subscribe('three'));
    expect(await socket.next()).toMatchObject({
      type: 'error',
      id: 'three',
      payload: [{ extensions: { code: 'TOO_MANY_FOLLOWERS' } }],
    });
    await open();
    await expect(open()).rejects.toThrow('not opened');
    const closed = client.app.close();
    expect(await lastOf(socket)).toEqual({ closed: 1001 });
    await closed;
  });

  test('leaves room for others as soon as it is completed or its socket is closed', async () => {
    const first = await openReady();
    for (const id of ['one', 'two']) first.send(subscribe(id, CHANGES, { since: 0 }));
    await Promise.all([first.next(), first.next()]);
    first.send({ type: 'complete', id: 'one' });
    first.send(subscribe('three', CHANGES, { since: 0 }));
    expect(await first.next()).toEqual(told('three', 1, 'a'));
    first.close();
    expect(await first.next()).toEqual({ closed: 1005 });
    const second = await openReady();
    second.send(subscribe('four', CHANGES, { since: 0 }));
    expect(await second.next()).toEqual(told('four', 1, 'a'));
  });
});

describe('what is sent over the socket is checked as what is sent by POST', () => {
  test.each([
    ['a field that there is not', 'subscription { changes { nope } }', 'BAD_QUERY'],
    ['a text that does not parse', 'subscription {', 'BAD_QUERY'],
    ['two root fields', 'subscription { a: changes { id } b: changes { id } }', 'BAD_QUERY'],
    ['more tokens than allowed', `subscription { changes { ${'id '.repeat(2000)} } }`, 'BAD_QUERY'],
    [
      'more aliases than allowed',
      `subscription { changes { ${[...Array(31).keys()].map((n) => `a${n}: id`).join(' ')} } }`,
      'LIMIT_EXCEEDED',
    ],
    ['a query', '{ timeline { revision } }', 'BAD_QUERY'],
    ['a mutation', 'mutation { hideEvent(id: "evt_a", why: "x") { revision } }', 'BAD_QUERY'],
  ])('%s is refused', async (_, query, code) => {
    const socket = await openReady();
    socket.send(subscribe('one', query));
    expect(await socket.next()).toMatchObject({
      type: 'error',
      id: 'one',
      payload: [{ extensions: { code } }],
    });
  });

  test('a variable of the wrong type is refused, and a payload that is no request ends the socket', async () => {
    const socket = await openReady();
    socket.send(subscribe('one', CHANGES, { since: 'soon' }));
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_QUERY' } }],
    });
    socket.send(subscribe('two', ''));
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ message: 'the parameter query is missing', extensions: { code: 'BAD_REQUEST' } }],
    });
    socket.send({ type: 'subscribe', id: 'three', payload: { query: 1 } });
    expect(await socket.next()).toEqual({ closed: 4400 });
  });

  test('a number that is no revision is refused in the words of the query', async () => {
    const refusal = {
      message: 'since is -5, not a revision: a whole number from 0 on',
      extensions: { code: 'BAD_PAGE' },
    };
    const socket = await openReady();
    socket.send(subscribe('one', CHANGES, { since: -5 }));
    expect(await socket.next()).toEqual({ type: 'error', id: 'one', payload: [refusal] });
    const { errors } = await client.ask('{ changes(since: -5) { edges { cursor } } }');
    expect(errors).toMatchObject([refusal]);
  });

  test('a subscription by POST is told where to go', async () => {
    const { errors } = await client.ask('subscription { changes { id } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_QUERY' } }]);
  });
});

describe('the protocol', () => {
  test.each([
    ['before it has begun', [subscribe('one')], 4401],
    ['twice begun', [{ type: 'connection_init' }, { type: 'connection_init' }], 4429],
    ['in no JSON', ['hello'], 4400],
    ['in words that it does not know', [{ type: 'start', id: '1' }], 4400],
  ])('closes a socket that speaks %s', async (_, messages, code) => {
    const socket = await open();
    for (const message of messages) socket.send(message);
    expect(await lastOf(socket)).toEqual({ closed: code });
  });

  test('closes a socket that speaks with an id in use', async () => {
    const socket = await openReady();
    for (const message of [subscribe('one'), subscribe('one')]) socket.send(message);
    expect(await lastOf(socket)).toEqual({ closed: 4409 });
  });

  test('answers a ping with its payload', async () => {
    const socket = await open();
    socket.send({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
    socket.send({ type: 'ping', payload: { extensions: {} } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { extensions: {} } });
  });

  test.each([
    ['another path', '/v1/events', 'graphql-transport-ws'],
    ['another protocol', '/graphql', 'graphql-ws'],
  ])('is not spoken at %s', async (_, path, protocol) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, protocol);
    await new Promise((resolve) => socket.addEventListener('error', resolve));
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  test('is refused with a problem after half a handshake', async () => {
    const protocol = 'Sec-WebSocket-Protocol: graphql-transport-ws';
    const request = requestText('/graphql', ['Connection: Upgrade', 'Upgrade: websocket', protocol]);
    const { status, head, body } = await askRaw(client.app, request);
    expect([status, JSON.parse(body)]).toMatchObject([
      400,
      { code: 'BAD_REQUEST', detail: 'the request is no handshake of RFC 6455' },
    ]);
    expect(head).toContain('sec-websocket-version: 13');
  });
});
