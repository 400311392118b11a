import type { FastifyInstance } from 'fastify';

/** The methods that a path answers to, in alphabetical order; none for a path that does not exist. */
export type AllowedMethods = (path: string) => readonly string[];

/** Notes the routes as they are added: Fastify itself tells a wrong method and a wrong path apart for no one. */
export function collectAllowedMethods(app: FastifyInstance): AllowedMethods {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (url !== '*') routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  return (path) => {
    const methods = routes.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(methods.length === 0 ? [] : [...methods, 'OPTIONS'])].sort();
  };
}

/** `/v1/events/:id` → `^/v1/events/[^/]+$`; a parameter with a pattern of its own, as in `.:format(csv|md)`, keeps it. */
function patternOf(url: string): RegExp {
  const source = url.split(/(:\w+(?:\([^)]*\))?|\*)/).map((part) => {
    if (part === '*') return '.*';
    if (!part.startsWith(':')) return part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
    return /\(.*\)$/.exec(part)?.[0] ?? '[^/]+';
  });
  return new RegExp(`^${source.join('')}$`);
}
