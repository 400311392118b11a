import { type LocalRequest, type Loss, startLocalServer } from './local-server.ts';

export interface WebhookServer {
  readonly url: string;
  stop(): Promise<void>;
  readonly received: readonly LocalRequest[];
  loseNext(loss: Loss): void;
  answerNext(status: number): void;
  onMade(call: () => void): void;
}

/** Takes every request. A repeated request is taken twice. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const received: LocalRequest[] = [];
  let loss: Loss = 'NONE';
  let status = 200;
  let made = (): void => {};
  const { origin, stop } = await startLocalServer((request) => {
    received.push(request);
    made();
    const answer = { status, body: {}, headers: { location: '/elsewhere' }, loss };
    loss = 'NONE';
    status = 200;
    return answer;
  });
  return {
    url: `${origin}/hooks/secret-path`,
    stop,
    received,
    loseNext: (next) => {
      loss = next;
    },
    answerNext: (next) => {
      status = next;
    },
    onMade: (call) => {
      made = call;
    },
  };
}
