import { setImmediate } from 'node:timers/promises';
import type { ActorId, ArticleId, EventId } from '../../domain/event/ids.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { GraphqlContext } from './graphql-context.ts';
import { readEvents } from './limits/read-events.ts';
import { loadEvent } from './resolvers/load-node.ts';

export function createContext(
  timeline: Timeline,
  given: Pick<GraphqlContext, 'method' | 'request' | 'origin' | 'prefix' | 'principal' | 'caller' | 'cost'>,
): GraphqlContext {
  const { principal, cost } = given;
  const context: GraphqlContext = {
    ...given,
    writer: principal.kind === 'writer' ? principal.name : null,
    ...answerReads(timeline, () => context),
    renew: () => {
      cost.entries = 0;
      Object.assign(
        context,
        answerReads(timeline, () => context),
      );
    },
  };
  return context;
}

/** The reads of one answer, and their order. */
function answerReads(timeline: Timeline, contextOf: () => GraphqlContext) {
  return {
    loadArticle: oncePerId((id: ArticleId) => timeline.getArticleRecord(id)),
    loadActor: oncePerId((id: ActorId) => timeline.getActor(id)),
    loadEvent: oncePerId((id: EventId) =>
      readEvents(
        contextOf(),
        () => loadEvent(timeline, id),
        (event) => [event],
      ),
    ),
    todayIn: oncePerId((timeZone: string) => timeline.readClock(timeZone).today),
    inTurn: oneByOne(),
    startInTurn: startedOneByOne(),
  } satisfies Partial<GraphqlContext>;
}

function oneByOne(): GraphqlContext['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}

function startedOneByOne(): GraphqlContext['startInTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = last.then(() => Promise.race([result, setImmediate()])).catch(() => {});
    return result;
  };
}

function oncePerId<Id, Value extends object | string>(load: (id: Id) => Value): (id: Id) => Value {
  const loaded = new Map<Id, Value>();
  return (id) => {
    const value = loaded.get(id) ?? load(id);
    loaded.set(id, value);
    return value;
  };
}
