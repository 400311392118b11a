import type { PageElement } from '../../../src/ingestion/reading/formats/html-text.ts';

declare global {
  /** Apollo's types know a browser's window. The one of linkedom's types, which has no other, is then taken for it. */
  interface Window {
    readonly document: PageElement;
  }
}
