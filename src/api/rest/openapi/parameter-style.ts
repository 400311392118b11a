/** Where a list is written in one parameter, OpenAPI has that beside the schema, the plug-in that collects it inside. */
export const withParameterStyle = (document: object): object =>
  Object.fromEntries(Object.entries(document).map(([name, value]) => [name, styled(value)]));

function styled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(styled);
  if (!isRecord(value)) return value;
  const { schema, ...parameter } = value;
  if (!('in' in value) || !isRecord(schema) || !('explode' in schema)) return withParameterStyle(value);
  const { style, explode, ...rest } = schema;
  return { schema: rest, style, explode, ...parameter };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
