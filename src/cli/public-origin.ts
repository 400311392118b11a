import type { Config } from '../config.ts';

/** Under which scheme and host the events of this database are, or would be, served. */
export const publicOriginOf = ({ publicOrigin, host, port }: Config): string =>
  publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
