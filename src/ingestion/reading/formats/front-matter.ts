import { parseDocument, type YAMLError } from 'yaml';
import { type Reading, read, refuse } from './reading.ts';

const LONGEST = 64 * 1024;
const MOST_ALIASES = 20;
/** The line `---` before the YAML. */
const LINES_BEFORE = 1;

/**
 * YAML 1.2 → its fields. In the core schema an unquoted `2021-12-27` is a string, not an instant. Refuses
 * YAML that is no mapping, repeated fields, application tags, and aliases that expand without bound.
 */
export function readFrontMatter(yaml: string): Reading<ReadonlyMap<string, unknown>> {
  if (yaml.length > LONGEST) return refuse(`longer than ${LONGEST} characters`);
  try {
    const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem !== undefined) return refuse(describe(problem));
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (value === null) return read(new Map());
    if (typeof value !== 'object' || Array.isArray(value)) return refuse('no fields with values');
    return read(new Map(Object.entries(value)));
  } catch (error) {
    return refuse(`malformed YAML, ${error instanceof Error ? soften(error.message) : 'unreadable'}`);
  }
}

/** `Map keys must be unique at line 2, column 1:` → `malformed YAML in line 3, map keys must be unique`. */
function describe({ message, linePos }: YAMLError): string {
  const place = linePos === undefined ? '' : ` in line ${linePos[0].line + LINES_BEFORE}`;
  return `malformed YAML${place}, ${soften(message)}`;
}

function soften(message: string): string {
  const sentence = message.replace(/(?: at line \d+|\n)[\s\S]*$/, '').replace(/[:.\s]+$/, '');
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1, 120);
}
