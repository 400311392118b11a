import { type Html, html, htmlBytes, isolated, jsonScript, NOTHING, own, type WrittenHtml } from '../html.ts';
import { type Page, SECTIONS, type Site, wholeUrl } from '../page.ts';

/** The parts of a page's head that depend on its assets. */
export interface Assets {
  /** The `style` element. */
  readonly style: WrittenHtml;
  readonly scriptPath: string;
}

/** A whole page: skip link, header with the timeline's name, main part and footer. */
export function framedPage(page: Page, site: Site, { style, scriptPath }: Assets): Buffer {
  const { title, main, section, canonical } = page;
  const whole = html`<!DOCTYPE html>
<html lang="${languageOf(site)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === site.record.name ? title : `${title} · ${site.record.name}`}</title>
<link rel="icon" href="data:,">
${metaOf(page, site)}
${style}
<script type="module" src="${own(scriptPath)}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<p class="name"><a href="${own('/')}">${isolated(site.record.name)}</a></p>
<nav aria-label="Sections"><ul>${Object.entries(SECTIONS).map(
    ([path, name]) =>
      html`<li><a href="${own(path)}"${path === section ? html` aria-current="page"` : null}>${name}</a></li>`,
  )}</ul></nav>
</header>
<main id="main">
${main}
</main>
<footer class="site">
${canonical === null ? null : html`<p class="printed">${wholeUrl(site, canonical)}</p>`}
<p>${imprint(site)}Every date leads back to the words that gave it. <a href="${own('/about')}">What the words mean</a>${site.isOneOfMany ? html` <a href="${own('/timelines')}">All timelines</a>` : null}</p>
<nav aria-label="For programs"><ul>
<li><a href="${own('/docs')}">REST</a></li>
<li><a href="${own('/graphiql')}">GraphQL</a></li>
<li><a href="${own('/openapi.json')}">OpenAPI</a></li>
<li><a href="${own('/problems')}">Errors</a></li>
</ul></nav>
</footer>
</body>
</html>
`;
  return htmlBytes(whole, site.prefix);
}

/** The words of the pages are English; a timeline may say which English. */
export const languageOf = ({ record: { language } }: Site): string =>
  /^en\b/.test(language) ? language : 'en';

/** Who answers for the timeline, and how its data may be used. */
const imprint = ({ record: { publisher, license } }: Site): Html =>
  html`${publisher === null ? null : html`Published by ${isolated(publisher)}. `}${license === null ? null : html`Licence of the data: ${/^https?:\/\//.test(license) ? html`<a rel="license" href="${license}">${license}</a>` : isolated(license)}. `}`;

function metaOf(page: Page, site: Site) {
  const { title, description, canonical, alternates = [], isListed = true, jsonLd } = page;
  const address = canonical === null ? null : wholeUrl(site, canonical);
  return html`<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${site.record.name}">
<meta property="og:type" content="${page.section === '/' ? 'website' : 'article'}">
${isListed ? null : html`<meta name="robots" content="noindex">`}
${
  address === null
    ? null
    : html`<meta property="og:url" content="${address}">
<link rel="canonical" href="${address}">`
}
${alternates.map((each) => html`<link rel="alternate" type="${each.type}" title="${each.title}" href="${each.href}">\n`)}
${jsonLd === undefined ? NOTHING : jsonScript('application/ld+json', jsonLd)}`;
}
