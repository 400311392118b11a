import { type ClassCount, countClasses } from './count-classes.ts';
import { countRules, type RuleCount } from './count-rules.ts';
import { type ErrorGroup, groupErrors } from './group-errors.ts';
import { type Answer, DATE_AND_TIME, type Score, scoreAnswers } from './score.ts';

/** The scores of a file, or of all files together. */
export interface Evaluation {
  readonly name: string;
  readonly documents: number;
  readonly allTypes: Score;
  readonly dateAndTime: Score;
}

export interface Report {
  readonly files: readonly Evaluation[];
  /** All files together. Every document counts once, so a file with more expressions weighs more. */
  readonly together: Evaluation;
  readonly classes: readonly ClassCount[];
  readonly rules: readonly RuleCount[];
  readonly errors: readonly ErrorGroup[];
}

/** Scores each file alone, then all files together. */
export function evaluate(files: ReadonlyMap<string, readonly Answer[]>): Report {
  const all = [...files.values()].flat();
  return {
    files: [...files].map(([name, answers]) => evaluationOf(name, answers)),
    together: evaluationOf('together', all),
    classes: countClasses(all),
    rules: countRules(all),
    errors: groupErrors(all),
  };
}

const evaluationOf = (name: string, answers: readonly Answer[]): Evaluation => ({
  name,
  documents: answers.length,
  allTypes: scoreAnswers(answers),
  dateAndTime: scoreAnswers(answers, DATE_AND_TIME),
});
