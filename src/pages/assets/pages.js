/* What a script adds to pages that work without it. Nothing moves or changes under a reader. */

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

const KEYS_OFF = 'keys-off';

/** `/` goes to the search, `j` and `k` to the next and the previous event. A button turns the keys off. */
function addKeys() {
  const titles = [...document.querySelectorAll('.event :is(h2, h3, h4) a')].filter(
    (link) => link instanceof HTMLElement,
  );
  const search = document.querySelector('#text');
  if (titles.length === 0) return;
  let isOn = !localStorage.getItem(KEYS_OFF);
  const button = addButton(document.querySelector('footer.site'), '', () => {
    isOn = !isOn;
    localStorage.setItem(KEYS_OFF, isOn ? '' : 'yes');
    show();
  });
  const show = () => {
    button.textContent = `Keys / j k: ${isOn ? 'on' : 'off'}`;
  };
  show();
  document.addEventListener('keydown', (event) => {
    if (!isOn || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && search instanceof HTMLElement) {
      event.preventDefault();
      search.focus();
    }
    const step = { j: 1, k: -1 }[event.key];
    if (step === undefined) return;
    const at = titles.findIndex((link) => link.matches(':focus'));
    titles[at === -1 ? 0 : Math.min(titles.length - 1, Math.max(0, at + step))]?.focus();
  });
}

/** @type {(parent: Element | null, words: string, act: (button: HTMLButtonElement) => unknown) => HTMLElement} */
function addButton(parent, words, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', () => act(button));
  parent?.append(button);
  return button;
}

function addCopyButtons() {
  if (navigator.clipboard === undefined) return;
  for (const source of document.querySelectorAll('[data-copy]'))
    addButton(source.parentElement, 'Copy', (button) => copy(source.textContent ?? '', button));
}

/** @type {(text: string, button: HTMLButtonElement) => Promise<void>} */
async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  button.textContent = 'Copied';
}

function addSharing() {
  const header = document.querySelector('[data-share]');
  const url = header?.getAttribute('data-share') ?? '';
  if (url === '') return;
  if (navigator.share !== undefined || navigator.clipboard !== undefined)
    addButton(
      header,
      'Share',
      (button) => navigator.share?.({ title: document.title, url }) ?? copy(url, button),
    );
  addButton(header, 'Print', () => window.print());
}

/** Drawing over the picture selects its days; a click follows the link below. */
function addBrush() {
  const picture = document.querySelector('.density svg');
  if (!(picture instanceof SVGSVGElement)) return;
  const bars = [...picture.querySelectorAll('[data-days]')];
  const form = document.querySelector('form.filter');
  if (!(form instanceof HTMLFormElement) || bars.length < 2) return;
  const shade = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  shade.setAttribute('class', 'brushed');
  shade.setAttribute('height', '100%');
  /** @param {PointerEvent} event */
  const placeOf = (event) => {
    const { left, width } = picture.getBoundingClientRect();
    const place = Math.floor(((event.clientX - left) / width) * bars.length);
    return Math.min(bars.length - 1, Math.max(0, place));
  };
  /** @type {number | undefined} */
  let start;
  let isDragged = false;
  picture.addEventListener('pointerdown', (event) => {
    start = placeOf(event);
    isDragged = false;
  });
  picture.addEventListener('dragstart', (event) => event.preventDefault());
  picture.addEventListener('pointermove', (event) => {
    if (start === undefined) return;
    const place = placeOf(event);
    isDragged ||= place !== start;
    if (!isDragged) return;
    const step = 100 / bars.length;
    shade.setAttribute('x', `${Math.min(start, place) * step}%`);
    shade.setAttribute('width', `${(Math.abs(place - start) + 1) * step}%`);
    picture.append(shade);
  });
  picture.addEventListener('click', (event) => {
    if (isDragged) event.preventDefault();
  });
  window.addEventListener('pointerup', (event) => {
    if (start !== undefined && isDragged) {
      const places = [start, placeOf(event)].sort((a, b) => a - b);
      const [from, to] = places.map((place) => bars[place]?.getAttribute('data-days')?.split('/') ?? []);
      setField(form, 'from', from?.[0] ?? '');
      setField(form, 'to', to?.[1] ?? '');
      form.requestSubmit();
    }
    start = undefined;
  });
}

/** @type {(form: HTMLFormElement, name: string, value: string) => void} */
function setField(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** Says how many events have changed since the page was written, while the page is seen. */
function followChanges() {
  const region = document.querySelector('.new');
  if (!(region instanceof HTMLElement)) return;
  const ids = new Set();
  /** @type {EventSource | undefined} */
  let stream;
  const follow = () => {
    stream?.close();
    if (document.visibilityState === 'hidden') return;
    stream = new EventSource(region.dataset['stream'] ?? '');
    stream.addEventListener('changes', ({ data }) => {
      for (const { event } of JSON.parse(data)) ids.add(event);
      const link = document.createElement('a');
      link.href = '';
      link.textContent = `${ids.size} new or changed event${ids.size === 1 ? '' : 's'}`;
      region.replaceChildren(link);
    });
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => stream?.close());
  follow();
}

addCopyButtons();
addSharing();
addBrush();
followChanges();
// Last: it throws where a browser keeps no storage.
addKeys();
