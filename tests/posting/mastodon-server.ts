import { type LocalAnswer, type LocalRequest, type Loss, startLocalServer } from './local-server.ts';

interface Status {
  readonly id: string;
  readonly created_at: string;
  readonly url: string;
  readonly uri: string;
  readonly content: string;
  readonly text: string;
  readonly language: unknown;
  readonly reblog: object | null;
}

export interface MastodonServer {
  readonly origin: string;
  /** Oldest first. */
  readonly statuses: readonly Status[];
  /** Decides whether the answer to the next new status arrives. */
  loseNext(loss: Loss): void;
  /** Refuses the next new status with this code. No status is made. */
  refuseNext(status: number): void;
  /** Forgets the idempotency keys, as the network does after an hour. */
  forgetKeys(): void;
  /** The account shares another account's post that has this address in it. */
  reblog(link: string): void;
  /** Calls back when a status has been made, before the answer. */
  onMade(call: () => void): void;
}

export const MASTODON_TOKEN = 'mastodon-token';

const TEXT_LIMIT = 500;

/** Answers like an instance (docs.joinmastodon.org/methods): pages by Link, idempotency keys, links made of addresses. */
export async function startMastodonServer(): Promise<MastodonServer> {
  const statuses: Status[] = [];
  const keys = new Map<string, Status>();
  let loss: Loss = 'NONE';
  let refused: number | undefined;
  let made = (): void => {};

  const make = ({ body, headers }: LocalRequest, origin: string): LocalAnswer => {
    const key = String(headers['idempotency-key']);
    const known = keys.get(key);
    if (known !== undefined) return { status: 200, body: known };
    const text = String(body['status']);
    if (refused !== undefined || text.length > TEXT_LIMIT) {
      const status = refused ?? 422;
      refused = undefined;
      return { status, body: { error: 'Validation failed' } };
    }
    const id = String(statuses.length + 1);
    const status = {
      id,
      created_at: new Date().toISOString(),
      url: `${origin}/@bot/${id}`,
      uri: `${origin}/users/bot/statuses/${id}`,
      content: contentOf(text),
      text,
      language: body['language'],
      reblog: null,
    };
    statuses.push(status);
    keys.set(key, status);
    made();
    const lost = loss;
    loss = 'NONE';
    return { status: 200, body: status, loss: lost };
  };

  const list = ({ url }: LocalRequest): LocalAnswer => {
    const limit = Number(url.searchParams.get('limit') ?? 20);
    const before = Number(url.searchParams.get('max_id') ?? Number.POSITIVE_INFINITY);
    const isWhole = url.searchParams.get('exclude_reblogs') !== 'true';
    const page = statuses
      .filter(({ id, reblog }) => Number(id) < before && (isWhole || reblog === null))
      .toReversed()
      .slice(0, limit);
    const last = page.at(-1);
    const next = new URL(url);
    if (last !== undefined) next.searchParams.set('max_id', last.id);
    return { status: 200, body: page, ...(last && { headers: { link: `<${next}>; rel="next"` } }) };
  };

  const { origin } = await startLocalServer((request, self) => {
    if (request.headers.authorization !== `Bearer ${MASTODON_TOKEN}`)
      return { status: 401, body: { error: 'The access token is invalid' } };
    switch (`${request.method} ${request.url.pathname}`) {
      case 'GET /api/v1/accounts/verify_credentials':
        return { status: 200, body: { id: '7', acct: 'bot' } };
      case 'GET /api/v1/accounts/7/statuses':
        return list(request);
      case 'POST /api/v1/statuses':
        return make(request, self);
      default:
        return { status: 404, body: { error: 'Record not found' } };
    }
  });
  return {
    origin,
    statuses,
    loseNext: (next) => {
      loss = next;
    },
    refuseNext: (status) => {
      refused = status;
    },
    forgetKeys: () => keys.clear(),
    reblog: (link) => {
      const id = String(statuses.length + 1);
      const created_at = new Date().toISOString();
      const shown = { content: contentOf(link), text: '', language: null, reblog: {} };
      statuses.push({ id, created_at, url: origin, uri: origin, ...shown });
    },
    onMade: (call) => {
      made = call;
    },
  };
}

/** HTML in which the scheme of an address is hidden. */
function contentOf(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br />');
  const linked = escaped.replaceAll(
    /(https?:\/\/)([^\s<]+)/g,
    '<a href="$1$2" target="_blank" rel="nofollow noopener"><span class="invisible">$1</span><span class="">$2</span></a>',
  );
  return `<p>${linked}</p>`;
}
