declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  /** A WebSocket of a server; the package has no types of its own. */
  export interface WebSocket extends EventEmitter {
    readonly protocol: string;
    readonly OPEN: number;
    readonly readyState: number;
    /** In bytes: sent, and not read by the client yet. */
    readonly bufferedAmount: number;
    send(text: string, sent?: (error?: Error) => void): void;
    ping(): void;
    close(code: number, reason: string): void;
    terminate(): void;
  }

  export class WebSocketServer extends EventEmitter {
    constructor(options: {
      readonly noServer: true;
      readonly maxPayload: number;
      readonly handleProtocols: (protocols: Set<string>) => string | false;
    });
    readonly clients: Set<WebSocket>;
    handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      accepted: (socket: WebSocket) => void,
    ): void;
    close(): void;
  }
}
