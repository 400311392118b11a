import { openStore } from '../../src/store/open-store.ts';
import { buildArticle, buildChange, buildEvent, buildMention } from './build-event.ts';
import { saveArticle } from './save-change.ts';

/*
 * A writer for tests that need a second process. `node save-articles.ts URL NAME COUNT` saves COUNT articles of three
 * events each, in competition with other writers. It prints the revision of each article after it is saved.
 */

const [url = '', name = '', count = '0'] = process.argv.slice(2);
const store = await openStore(url);
for (let saved = 0; saved < Number(count); saved += 1) {
  const article = buildArticle(`${name}-${saved}`, { text: 'word '.repeat(2000) });
  const events = ['x', 'y', 'z'].map((letter) => {
    const id = `${name}-${saved}-${letter}`;
    return buildEvent(id, { mentions: [buildMention(id, { article })] });
  });
  process.stdout.write(`${await saveArticle(store, buildChange({ article, events }))}\n`);
}
await store.close();
