import { actorId } from '../../domain/event/ids.ts';
import type { Actor } from '../../domain/event/mention.ts';
import type { Lexicon } from './lexicon.ts';
import { actorOf } from './name-meanings.ts';

/** For whom some actors act: Sergei Lavrov → Russia. */
export const sidesOf = (actors: readonly Actor[], lexicon: Lexicon): readonly Actor[] =>
  actors.flatMap(({ id }) => {
    const side = lexicon.actors.get(id)?.side;
    const entry = side === undefined ? undefined : lexicon.actors.get(actorId(`act_${side}`));
    return entry === undefined ? [] : [actorOf(entry)];
  });
