import { createClient } from 'dateline/client';
import { EventDocument, EventsDocument } from 'dateline/client/operations';

const origin = new URLSearchParams(location.search).get('timeline') ?? 'http://127.0.0.1:3000';
const client = createClient({ origin });
const [form, status, list, more] = ['form', 'p', 'ol', '#more'].map((name) => document.querySelector(name));

/** The variables of the page that comes next. */
let next = { first: 10 };

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/** An event, which opens to its accounts. They are asked for when it is first opened. */
function entryOf({ id, title, date }) {
  const details = element('details', element('summary', `${date.display}: ${title}`));
  const open = async () => {
    const { event } = await client.ask(EventDocument, { id });
    details.append(...event.mentions.map(accountOf), element('p', event.cite));
  };
  details.addEventListener('toggle', () => open().catch(say), { once: true });
  return element('li', details);
}

const accountOf = ({ quote, article }) =>
  element('blockquote', quote.exact, ` (${article.publisher ?? article.title})`);

async function showNext() {
  const { events } = await client.ask(EventsDocument, next);
  list.append(...events.edges.map(({ node }) => entryOf(node)));
  next = { ...next, after: events.pageInfo.endCursor };
  more.hidden = !events.pageInfo.hasNextPage;
  status.textContent = `${list.children.length} events`;
}

/** A refused request says why, such as a range that begins after its end. */
const say = (error) => {
  status.textContent = error.message;
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const filled = [...new FormData(form)].filter(([, value]) => value !== '');
  next = { first: 10, filter: Object.fromEntries(filled) };
  list.replaceChildren();
  showNext().catch(say);
});
more.addEventListener('click', () => showNext().catch(say));
showNext().catch(say);
