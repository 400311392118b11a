import { userInfo } from 'node:os';
import type { Command, Option } from 'commander';
import { type Config, environmentWith, readConfig, SETTINGS } from '../../config.ts';
import { MONTH_DAY_INCLUSIONS, type MonthDayInclusion } from '../../domain/query/timeline-query.ts';
import { RESOLUTION_MODES, type ResolutionMode } from '../../domain/time/resolution.ts';
import { DEFAULT_SLUG } from '../../domain/timeline-record.ts';
import type { PageArguments } from '../../timeline/timeline.ts';
import type { Editor } from '../../timeline/timeline-writing.ts';
import { monthDay, wholeNumber, wordOption } from './option-values.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly db?: string;
  readonly json?: boolean;
  /** The slug of a timeline beside the default one. */
  readonly timeline?: string;
}

/** A command's own options with the global ones. */
export const optionsOf = <Options extends object>(command: Command): Options & GlobalOptions =>
  command.optsWithGlobals<Options & GlobalOptions>();

/** The settings of this run. The command line goes before the environment. */
export function configFor(
  { db }: GlobalOptions,
  settings: Parameters<typeof environmentWith>[0] = {},
): Config {
  return readConfig(
    environmentWith({ ...(db !== undefined && { DATABASE_URL: `sqlite:${db}` }), ...settings }),
  );
}

/** The settings of this run for the timeline that `--timeline` names. */
export async function timelineConfigFor(options: GlobalOptions): Promise<Config> {
  const { timelineConfig } = await import('../../startup/timeline-config.ts');
  return timelineConfig(configFor(options), options.timeline ?? DEFAULT_SLUG);
}

/** `default: PORT, or 3000`: the note of an option that overrides a setting. */
export const defaultOf = (key: keyof Config): string =>
  `default: ${SETTINGS[key].name}, or ${SETTINGS[key].default}`;

/** The scheme and host under which the events of this database are served. */
export const publicOriginOf = ({ publicOrigin, host, port }: Config): string =>
  publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Relay's four arguments as options. */
export const addPageOptions = (command: Command): Command =>
  command
    .option('--first <number>', 'at most so many events, 0 to 100 (default: 20)', wholeNumber)
    .option('--after <cursor>', 'those that follow this cursor')
    .option('--last <number>', 'the last so many events', wholeNumber)
    .option('--before <cursor>', 'those that come before this cursor');

/** The page arguments alone, without the other options. */
export const pageOf = ({ first, after, last, before }: PageArguments): PageArguments => ({
  ...(first !== undefined && { first }),
  ...(after !== undefined && { after }),
  ...(last !== undefined && { last }),
  ...(before !== undefined && { before }),
});

/** A day of any year, as `on-this-date` and `post` take it. */
export interface MonthDayOptions {
  readonly tz: string;
  readonly include: MonthDayInclusion;
}

export const addMonthDayOptions = (command: Command): Command =>
  command
    .argument('[MM-DD]', 'the day (default: today)', monthDay)
    .option('--tz <zone>', 'where today is looked up: an IANA time zone', 'UTC')
    .addOption(
      wordOption('--include <which>', 'which events are on the day', MONTH_DAY_INCLUSIONS).default('EXACT'),
    );

/** The kind of the texts, if the caller knows it: `--mode news`. */
export interface ModeOptions {
  readonly mode?: ResolutionMode;
}

export const modeOption = (): Option =>
  wordOption('--mode <mode>', 'how times are told', RESOLUTION_MODES, ' (default: as the text shows)');

/** The editor and the reason of a decision, for the audit trail. */
export interface EditorOptions {
  readonly why: string;
  readonly by?: string;
}

export const WHY_OPTION = ['--why <reason>', 'what for, in a few words, for the audit trail'] as const;

export const addEditorOptions = (command: Command): Command =>
  command
    .requiredOption(...WHY_OPTION)
    .option('--by <name>', 'who decides it (default: the name of the user who runs this)');

export const editorOf = ({ why, by }: EditorOptions): Editor => ({ by: by ?? userInfo().username, why });
