import type { TimeExplanation } from '../../domain/event/explanation.ts';
import type { Mention } from '../../domain/event/mention.ts';
import type { CalendarDate } from '../../domain/time/calendar-date.ts';
import type { Resolution, ResolutionMode, Unresolved } from '../../domain/time/resolution.ts';
import type { FindGovernors } from '../../parsing/find-governors.ts';
import type { StoredArticle } from '../../store/port/event-store.ts';
import type { TimeExplainer } from './explain-time.ts';

/** Reads texts for answers, in this thread or in another. Nothing is stored. */
export interface TextReading {
  resolveText(
    text: string,
    anchor: CalendarDate,
    options: { readonly mode?: ResolutionMode },
  ): Promise<readonly (Resolution | Unresolved)[]>;
  /** Explains a mention's time from its stored article, which is undefined where it is not known. */
  explainTime(mention: Mention, article: StoredArticle | undefined): Promise<TimeExplanation>;
}

/** Reads in this thread. The temporal rules and the parser are loaded at the first text: other readers do not wait for them. */
export function readTextsHere(loadGovernors: () => Promise<FindGovernors>): TextReading {
  let governors: Promise<FindGovernors> | undefined;
  const findGovernors = () => {
    governors ??= loadGovernors();
    return governors;
  };
  let explainer: Promise<TimeExplainer> | undefined;
  const loadExplainer = async () => (await import('./explain-time.ts')).timeExplainer(await findGovernors());
  return {
    resolveText: async (text, anchor, options) => {
      const { resolveText } = await import('../../temporal/resolve-text.ts');
      return resolveText(text, anchor, { ...options, governorAt: (await findGovernors())(text) });
    },
    explainTime: async (mention, article) => {
      explainer ??= loadExplainer();
      return (await explainer)(mention, article);
    },
  };
}
