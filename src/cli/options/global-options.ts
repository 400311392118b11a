import type { Command } from 'commander';
import { type Config, environmentWith, readConfig } from '../../config.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly db?: string;
  readonly json?: boolean;
}

/** A command's own options with the global ones. */
export const optionsOf = <Options extends object>(command: Command): Options & GlobalOptions =>
  command.optsWithGlobals<Options & GlobalOptions>();

/** The settings of this run: what the command line says goes before the environment. */
export function configFor(options: GlobalOptions, settings: Readonly<Record<string, string>> = {}): Config {
  const database = options.db === undefined ? {} : { DATABASE_URL: `sqlite:${options.db}` };
  return readConfig(environmentWith({ ...database, ...settings }));
}

/** Under which scheme and host the events of this database are, or would be, served. */
export const publicOriginOf = ({ publicOrigin, host, port }: Config): string =>
  publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
