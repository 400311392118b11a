import type { Page, Position } from '../../domain/query/timeline-query.ts';
import type { Connection } from '../timeline.ts';
import { type CursorScope, encodeCursor } from './cursor.ts';

/** A page of the store in Relay's shape, every edge with the cursor of its own position: made when it is read, for each is a hash. */
export const connectionOf = <T>(page: Page<T>, scope: CursorScope): Connection<T> => ({
  edges: page.items.map(({ node, position }) => new PositionedEdge(node, position, scope)),
  pageInfo: new PageEnds(page, scope),
});

/*
 * Classes, whose getters lie in the prototype: to an object with a getter of its own V8 gives a layout of its own, which
 * holds on to the page until the whole heap is collected. In JSON they are written with what these give.
 */

class PositionedEdge<T> {
  readonly node: T;
  readonly #position: Position;
  readonly #scope: CursorScope;

  constructor(node: T, position: Position, scope: CursorScope) {
    this.node = node;
    this.#position = position;
    this.#scope = scope;
  }

  get cursor(): string {
    return encodeCursor(this.#scope, this.#position);
  }

  toJSON() {
    return { node: this.node, cursor: this.cursor };
  }
}

class PageEnds {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #first: Position | undefined;
  readonly #last: Position | undefined;
  readonly #scope: CursorScope;

  constructor({ items, hasNextPage, hasPreviousPage }: Page<unknown>, scope: CursorScope) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
    this.#first = items.at(0)?.position;
    this.#last = items.at(-1)?.position;
    this.#scope = scope;
  }

  get startCursor(): string | null {
    return this.#first === undefined ? null : encodeCursor(this.#scope, this.#first);
  }

  get endCursor(): string | null {
    return this.#last === undefined ? null : encodeCursor(this.#scope, this.#last);
  }

  toJSON() {
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = this;
    return { hasNextPage, hasPreviousPage, startCursor, endCursor };
  }
}
