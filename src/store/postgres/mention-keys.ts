import type { Mention } from '../../domain/event/mention.ts';
import { type DocumentRow, toMention } from '../sql/rows.ts';
import type { Session } from './session.ts';

/** Reads mentions by the keys of their versions, and knows within one unit of work by which key a mention was read. */
export interface MentionKeys {
  read(session: Session, keys: readonly number[]): Promise<ReadonlyMap<number, Mention>>;
  keyOf(mention: Mention): number | undefined;
}

interface VersionRow extends DocumentRow {
  readonly key: number;
}

export function mentionKeys(): MentionKeys {
  const keys = new WeakMap<Mention, number>();
  return {
    read: async (session, wanted) => {
      if (wanted.length === 0) return new Map();
      const rows = await session.read<VersionRow>(
        'SELECT m.version_key AS key, m.document FROM mention_versions m WHERE m.version_key = ANY($2::integer[])',
        wanted,
      );
      return new Map(
        rows.map((row) => {
          const mention = toMention(row);
          keys.set(mention, row.key);
          return [row.key, mention];
        }),
      );
    },
    keyOf: (mention) => keys.get(mention),
  };
}
