declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { documentLoader: (url: string) => Promise<never> },
    ): Promise<readonly Readonly<Record<string, readonly unknown[]>>[]>;
  };
  export default jsonld;
}

declare module 'commonmark' {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly destination: string | null;
    readonly firstChild: Node | null;
    readonly next: Node | null;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  }
  export class Parser {
    parse(text: string): Node;
  }
}
