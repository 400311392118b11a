import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openTimelineCatalog } from '../../src/store/open-timeline-catalog.ts';
import { ingestText, openTestTimeline } from '../support/open-test-timeline.ts';
import { missingPostgres, postgresDatabase } from '../support/postgres-database.ts';
import { runDateline } from '../support/run-dateline.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(missingPostgres !== null)(`a server${missingPostgres ?? ''}`, () => {
  const url = postgresDatabase('copied_by_command');

  test('a timeline of a file goes into a database under a slug, and from there into a folder', async () => {
    const folder = await temporaryFolder();
    const run = (...args: readonly string[]) => runDateline(args, { folder });
    const { timeline, close } = await openTestTimeline(`sqlite:${join(folder, 'one.sqlite')}`);
    await ingestText(timeline, 'The dockers ended their strike on 13 May 2019.');
    await close();
    const copied = await run('copy', 'sqlite:one.sqlite', url(), '--timeline', 'strike');
    expect(copied).toMatchObject({
      code: 0,
      stdout: 'copied: 1 article, 1 event, revision 1; both are sound\n',
      stderr: expect.stringMatching(/^articles: 1 row\n(?:.*\n)*verifying\n$/),
    });
    expect(await run('copy', url(), 'sqlite:timelines/', '--timeline', 'strike')).toMatchObject({ code: 0 });
    const catalog = await openTimelineCatalog(`sqlite:${folder}/timelines/`);
    expect(await catalog.list()).toMatchObject([{ slug: 'strike', defaultAnchor: '2021-12-21' }]);
    await catalog.close();
    const store = await openStore(`sqlite:${join(folder, 'timelines', 'strike.sqlite')}`);
    expect(await store.readSummary()).toMatchObject({ articleCount: 1, eventCount: 1, revision: 1 });
    await store.close();
  });
});
