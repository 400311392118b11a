import { AppBskyFeedPost } from '@atproto/api';
import { type LocalAnswer, type LocalRequest, type Loss, startLocalServer } from './local-server.ts';

export interface BlueskyServer {
  readonly origin: string;
  stop(): Promise<void>;
  /** The records by key, in the order in which they were made. */
  readonly records: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  loseNext(loss: Loss): void;
  refuseNext(status: number): void;
  onMade(call: () => void): void;
}

export const BLUESKY_ACCOUNT = { identifier: 'bot.example', password: 'app-password' };

const DID = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
/** The record keys of posts that Bluesky shows. */
export const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;

const refusal = (status: number, error: string, message: string): LocalAnswer => ({
  status,
  body: { error, message },
});

/** Answers like a personal data server: sessions, and records of a collection, which must fit their lexicon. */
export async function startBlueskyServer(): Promise<BlueskyServer> {
  const records = new Map<string, Readonly<Record<string, unknown>>>();
  let loss: Loss = 'NONE';
  let refused: number | undefined;
  let made = (): void => {};

  const uriOf = (rkey: string) => `at://${DID}/app.bsky.feed.post/${rkey}`;
  const cid = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';

  const create = ({ body }: LocalRequest): LocalAnswer => {
    const rkey = String(body['rkey']);
    if (refused !== undefined) {
      const status = refused;
      refused = undefined;
      return refusal(status, 'InvalidRequest', 'Refused');
    }
    if (records.has(rkey)) return refusal(400, 'InvalidRequest', 'Record already exists');
    const valid = AppBskyFeedPost.validateRecord(body['record']);
    if (!valid.success || !TID.test(rkey)) return refusal(400, 'InvalidRequest', 'Invalid record');
    records.set(rkey, valid.value);
    made();
    const lost = loss;
    loss = 'NONE';
    return { status: 200, body: { uri: uriOf(rkey), cid }, loss: lost };
  };

  const get = ({ url }: LocalRequest): LocalAnswer => {
    const rkey = String(url.searchParams.get('rkey'));
    const value = records.get(rkey);
    if (value === undefined) return refusal(400, 'RecordNotFound', `Could not locate record: ${uriOf(rkey)}`);
    return { status: 200, body: { uri: uriOf(rkey), cid, value } };
  };

  const signIn = ({ body }: LocalRequest): LocalAnswer => {
    const { identifier, password } = BLUESKY_ACCOUNT;
    if (body['identifier'] !== identifier || body['password'] !== password)
      return refusal(401, 'AuthenticationRequired', 'Invalid identifier or password');
    return {
      status: 200,
      body: { did: DID, handle: identifier, accessJwt: 'access', refreshJwt: 'refresh', active: true },
    };
  };

  const { origin, stop } = await startLocalServer((request) => {
    const method = request.url.pathname.replace('/xrpc/', '');
    if (method === 'com.atproto.server.createSession') return signIn(request);
    if (request.headers.authorization !== 'Bearer access')
      return refusal(401, 'AuthMissing', 'Authentication Required');
    if (method === 'com.atproto.repo.createRecord') return create(request);
    if (method === 'com.atproto.repo.getRecord') return get(request);
    return refusal(501, 'MethodNotImplemented', 'Method Not Implemented');
  });
  return {
    origin,
    stop,
    records,
    loseNext: (next) => {
      loss = next;
    },
    refuseNext: (status) => {
      refused = status;
    },
    onMade: (call) => {
      made = call;
    },
  };
}
