import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { Editor } from '../../timeline/timeline-writing.ts';

/** Who decides, and why, for the audit trail. */
export interface EditorOptions {
  readonly why: string;
  readonly by?: string;
}

export function addEditorOptions(command: Command): Command {
  return command
    .requiredOption('--why <reason>', 'what for, in a few words, for the audit trail')
    .option('--by <name>', 'who decides it (default: the name of the user who runs this)');
}

export const editorOf = ({ why, by }: EditorOptions): Editor => ({ by: by ?? userInfo().username, why });
