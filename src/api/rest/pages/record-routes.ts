import Type from 'typebox';
import { TimelineError } from '../../../domain/errors.ts';
import { actorId, articleId, kindOfId } from '../../../domain/event/ids.ts';
import { actorPage } from '../../../pages/actor-page.ts';
import { articlePage } from '../../../pages/article-page.ts';
import { compareForm, comparePage } from '../../../pages/compare-page.ts';
import { readDensity } from '../../../pages/parts/read-density.ts';
import { MAX_PAGE_SIZE } from '../../../timeline/paging/page-request.ts';
import { callerOf } from '../../http/caller.ts';
import { ArticleParamsSchema } from '../articles/articles.ts';
import { nodesOf, pageArgumentsOf, pageProperties } from '../paging.ts';
import type { RestApp, RestParts } from '../rest-app.ts';
import { sendPage, siteOf } from './send-page.ts';

const PageQuerySchema = Type.Object(pageProperties({ maximum: MAX_PAGE_SIZE }));

export const CompareQuerySchema = Type.Object({
  articles: Type.Optional(
    Type.Array(Type.String({ maxLength: 200, description: 'Ids, in one parameter or in two.' })),
  ),
});

/** `/articles/{id}`, `/actors/{id}` and `/compare`. */
export function addRecordPages(app: RestApp, parts: RestParts): void {
  const { timeline, articleText } = parts;

  app.get('/articles/:id', { schema: { params: ArticleParamsSchema } }, async (request, reply) => {
    const { id } = request.params;
    const article = kindOfId(id) === 'article' ? await timeline.getArticle(articleId(id)) : undefined;
    if (article === undefined) throw new TimelineError('NOT_FOUND', `there is no article "${id}"`);
    const events = await timeline.listEvents({
      filter: { articles: [article.id] },
      first: MAX_PAGE_SIZE,
      caller: callerOf(reply),
    });
    const text = articleText === 'full' && article.text !== '' ? article.text : null;
    return sendPage(reply, articlePage(article, nodesOf(events), text), siteOf(parts, request));
  });

  app.get(
    '/actors/:id',
    { schema: { params: ArticleParamsSchema, querystring: PageQuerySchema } },
    async (request, reply) => {
      const { id } = request.params;
      const actor = kindOfId(id) === 'actor' ? await timeline.getActor(actorId(id)) : undefined;
      if (actor === undefined) throw new TimelineError('NOT_FOUND', `there is no actor "${id}"`);
      const filter = { actors: [actor.id] };
      const caller = callerOf(reply);
      const [events, density] = await Promise.all([
        timeline.listEvents({ filter, first: 50, ...pageArgumentsOf(request.query), caller }),
        readDensity(timeline, filter, caller),
      ]);
      return sendPage(reply, actorPage(actor, events, density), siteOf(parts, request));
    },
  );

  app.get('/compare', { schema: { querystring: CompareQuerySchema } }, async (request, reply) => {
    const ids = (request.query.articles ?? []).flatMap((each) => each.split(','));
    const site = siteOf(parts, request);
    if (ids.length < 2) {
      const articles = await timeline.listArticles({ first: MAX_PAGE_SIZE });
      return sendPage(reply, compareForm(nodesOf(articles), ids), site);
    }
    const known = ids.filter((id) => kindOfId(id) === 'article').map(articleId);
    if (known.length !== ids.length)
      throw new TimelineError('NOT_FOUND', 'these are not the ids of articles');
    return sendPage(reply, comparePage(await timeline.compareArticles(known, callerOf(reply))), site);
  });
}
