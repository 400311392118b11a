import type { Command } from 'commander';
import type { AuditEntry } from '../../domain/event/audit.ts';
import { subjectIdOf } from '../../domain/event/ids.ts';
import type { PageArguments } from '../../timeline/timeline.ts';
import { withTimeline } from '../input/open-timeline.ts';
import { addPageOptions, optionsOf, pageOf } from '../options/shared-options.ts';
import { complain, print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';

const EXAMPLES = `
Examples:
  dateline audit
  dateline audit evt_0123 --json`;

/** `dateline audit [ID]`: the audit trail, the newest entry first. */
export function addAudit(program: Command): void {
  addPageOptions(program.command('audit'))
    .description('List who changed what, when and why, the newest first')
    .argument('[id]', 'of this event or article alone')
    .addHelpText('after', EXAMPLES)
    .action(audit);
}

async function audit(id: string | undefined, _: unknown, command: Command): Promise<void> {
  const options = optionsOf<PageArguments>(command);
  await withTimeline(options, 'READ', async (timeline) => {
    const subject = id === undefined ? null : subjectIdOf(id);
    const page = await timeline.listAudit(subject, pageOf(options));
    const entries = page.edges.map(({ node }) => node);
    if (options.json === true) return printJson({ entries, pageInfo: page.pageInfo });
    await print(textTable(entries.map(rowOf)));
    if (page.pageInfo.hasNextPage) complain(`more: --after ${page.pageInfo.endCursor}`);
  });
}

const rowOf = ({ revision, at, by, action, subject, why, before }: AuditEntry): readonly string[] => [
  String(revision),
  at,
  by,
  action,
  subject,
  [...(why === null ? [] : [why]), ...before.map(({ title }) => `before: ${title}`)].join('; '),
];
