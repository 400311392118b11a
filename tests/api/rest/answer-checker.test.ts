import { fastify, type InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { answerChecker } from './answer-checker.ts';

/** A description of one resource, in JSON and in CSV. */
const DOCUMENT = {
  paths: {
    '/things': {
      get: {
        responses: {
          200: {
            headers: { 'x-count': { schema: { type: 'integer' } } },
            content: {
              'application/json': {
                schema: {
                  anyOf: [
                    { $ref: '#/components/schemas/Thing' },
                    { $ref: '#/components/schemas/SparseThing' },
                  ],
                },
              },
              'text/csv': { schema: {} },
            },
          },
          '4XX': {
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
      SparseThing: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } },
      Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    },
  },
};

interface Sent {
  readonly url?: string;
  readonly method?: 'GET' | 'HEAD';
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const WHOLE = '{"id":"a","name":"b"}';

async function check({ url = '/things', method = 'GET', ...sent }: Sent): Promise<void> {
  const { status = 200, type = 'application/json', headers = {}, body = WHOLE } = sent;
  const app = fastify();
  app.get('*', (_request, reply) => reply.code(status).type(type).headers(headers).send(body));
  const options: InjectOptions = { url, method };
  answerChecker(DOCUMENT)({ method, url, response: await app.inject(options) });
}

describe('an answer as it is described passes', () => {
  test.each<[string, Sent]>([
    ['whole', {}],
    ['with a header', { headers: { 'x-count': '3', vary: 'Accept' } }],
    ['sparse where that is asked for', { url: '/things?fields=id', body: '{"id":"a"}' }],
    ['in another format', { type: 'text/csv; charset=utf-8', body: 'id\r\n' }],
    ['without its body', { method: 'HEAD' }],
    ['a problem', { status: 404, type: 'application/problem+json', body: '{"code":"NOT_FOUND"}' }],
    ['of something that is not described', { url: '/page', type: 'text/html', body: '<p>' }],
  ])('%s', async (_, sent) => {
    await expect(check(sent)).resolves.toBeUndefined();
  });
});

describe('an answer otherwise than it is described is found', () => {
  test.each<[string, Sent, string]>([
    ['a missing field', { body: '{"id":"a"}' }, 'GET /things: 200'],
    ['a field too many', { body: '{"id":"a","name":"b","x":1}' }, 'GET /things: 200'],
    ['another status', { status: 201 }, 'documented status of GET /things: 201'],
    ['another media type', { type: 'text/html', body: '<p>' }, 'media types of GET /things: 200'],
    ['another header', { headers: { 'x-other': 'a' } }, 'headers of GET /things: 200'],
    ['a header of another kind', { headers: { 'x-count': 'many' } }, 'GET /things: 200'],
    ['a header of HEAD', { method: 'HEAD', headers: { 'x-other': 'a' } }, 'headers of HEAD /things: 200'],
    ['the media type of HEAD', { method: 'HEAD', type: 'text/html' }, 'media types of HEAD /things: 200'],
    ['an error that is no problem', { url: '/page', status: 404 }, 'media types of GET /page: 404'],
  ])('%s', async (_, sent, place) => {
    await expect(check(sent)).rejects.toThrow(place);
  });
});
