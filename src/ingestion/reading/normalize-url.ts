const TRACKING_PARAMETER = /^(?:utm_\w+|fbclid|gclid)(?:=|$)/i;

/**
 * One spelling for the addresses of one page: `HTTPS://Example.ORG/a?utm_source=x&b=1#top` → `https://example.org/a?b=1`.
 * Undefined for what is no absolute http(s) address.
 */
export function normalizeUrl(text: string): string | undefined {
  const url = URL.parse(text.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.hash = '';
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING_PARAMETER.test(parameter))
    .join('&');
  return url.href;
}
