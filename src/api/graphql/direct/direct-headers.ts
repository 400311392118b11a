import { COMMON_HEADERS, DATA_POLICY, HTTPS_ALONE } from '../../http/common-headers.ts';
import { originHeaders } from '../../http/cors.ts';

const flat = (headers: Readonly<Record<string, string>>): readonly string[] => Object.entries(headers).flat();

/** The headers of an answer that follow from who asks, not from the answer: names and values in turn. */
export function directHeaders(
  corsOrigins: readonly string[],
): (origin: string | undefined, protocol: string) => readonly string[] {
  const { varies, headersFor } = originHeaders(corsOrigins);
  const vary = ['vary', `${varies ? 'Origin, ' : ''}Accept, Accept-Encoding`];
  const common = [...vary, ...flat(COMMON_HEADERS), ...flat(DATA_POLICY)];
  const headersTo = (origin: string | undefined) => {
    const http = [...headersFor(origin), ...common];
    return { http, https: [...http, ...flat(HTTPS_ALONE)] };
  };
  const toOthers = headersTo(undefined);
  const toAllowed = new Map(corsOrigins.map((origin) => [origin, headersTo(origin)]));
  return (origin, protocol) => {
    const { http, https } = toAllowed.get(origin ?? '') ?? toOthers;
    return protocol === 'https' ? https : http;
  };
}
