import { toArticleFields } from './article-record.ts';
import { parseJson } from './parse-json.ts';
import { type ArticleDraft, type Reading, read, refuse } from './reading.ts';

/** Lays the fields of `NAME.meta.json` over those of the article `NAME.txt`; a bad sidecar rejects the article. */
export function applySidecar(
  draft: Reading<ArticleDraft>,
  bytes: Uint8Array,
  name: string | null,
): Reading<ArticleDraft> {
  if (draft.kind === 'refused') return draft;
  const value = parseJson(bytes);
  const fields = value.kind === 'refused' ? value : toArticleFields(value.value);
  if (fields.kind === 'refused') return refuse(`sidecar ${sidecarOf(name)}: ${fields.reason}`, fields.code);
  return read({ text: draft.value.text, fields: { ...draft.value.fields, ...fields.value } });
}

/** `reports/talks.txt` → `talks.meta.json`. */
const sidecarOf = (name: string | null): string =>
  `${(name ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')}.meta.json`;
