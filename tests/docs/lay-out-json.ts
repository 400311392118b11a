const WIDTH = 140;

/**
 * JSON for readers. A value that fits on a line stays on one line; a longer value is broken into its members. An object
 * with a single member opens and closes on the lines of that member.
 */
export function layOutJson(value: unknown, indent = '', taken = 0): string {
  const flat = flatJson(value);
  if (taken + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Object.entries(value).map(
    ([name, member]) => [Array.isArray(value) ? '' : `${JSON.stringify(name)}: `, member] as const,
  );
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) {
    const [label, member] = only;
    return `${open} ${label}${layOutJson(member, indent, taken + label.length + 2)} ${close}`;
  }
  const deeper = `${indent}  `;
  const lines = members.map(
    ([label, member]) => `${deeper}${label}${layOutJson(member, deeper, deeper.length + label.length)}`,
  );
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function flatJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${flatJson(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
