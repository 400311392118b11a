import type { Page, Position } from '../../domain/query/timeline-query.ts';
import type { Connection } from '../timeline.ts';
import { type CursorScope, encodeCursor } from './cursor.ts';

/** A page of the store in Relay's shape. An edge's cursor is made when it is read: each cursor costs a hash. */
export const connectionOf = <T>(page: Page<T>, scope: CursorScope): Connection<T> => ({
  edges: page.items.map(({ node, position }) => new PositionedEdge(node, position, scope)),
  pageInfo: new PageEnds(page, scope),
});

/*
 * These are classes to keep their getters on the prototype. V8 gives an object with an own getter a layout of its own, which
 * keeps the page in memory until a full collection.
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
