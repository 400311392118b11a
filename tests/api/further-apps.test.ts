import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw, openRaw, requestText } from '../support/raw-client.ts';
import { openRest, type RestClient } from './rest/rest-client.ts';

let harbour: RestClient;
let main: RestClient;
let users = 0;
let most = 0;

beforeAll(async () => {
  harbour = await openRest({}, ({ countFacets }) => ({
    countFacets: async (query) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return countFacets(query);
    },
  }));
  main = await openRest({
    appOf: async (slug) => {
      if (slug !== 'harbour') return null;
      users += 1;
      most = Math.max(most, users);
      let isReleased = false;
      const release = (): void => {
        users -= isReleased ? 0 : 1;
        isReleased = true;
      };
      return { app: harbour.app, release };
    },
  });
  await main.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await main.close();
  await harbour.close();
});

test('a request below /t/{slug} is answered by the app of that timeline, which is then released', async () => {
  const { status } = await askRaw(main.app, requestText('/t/harbour/v1/events', ['Connection: close']));
  expect(status).toBe(200);
  await expect.poll(() => users).toBe(0);
});

test('requests that wait for their turn release the app when their connection ends', async () => {
  most = 0;
  const { socket } = await openRaw(main.app, requestText('/t/harbour/v1/facets').repeat(20));
  await expect.poll(() => most).toBe(20);
  socket.destroy();
  await expect.poll(() => users).toBe(0);
});
