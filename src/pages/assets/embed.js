/*
 * Makes an embedded timeline as high as its contents. The same file runs in the frame, which says how high it is, and in
 * the page around it, which then sets the height of that frame. Without it the frame keeps the height of its element.
 */
(() => {
  const KIND = 'dateline-height';
  const LONGEST = 20_000;
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { origin } = new URL(script.src);

  if (document.documentElement.hasAttribute('data-embedded')) {
    new ResizeObserver(() => {
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      window.parent.postMessage({ kind: KIND, height }, '*');
    }).observe(document.documentElement);
    return;
  }

  window.addEventListener('message', ({ data, source, origin: sender }) => {
    if (sender !== origin || data?.kind !== KIND || typeof data.height !== 'number') return;
    const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source);
    if (frame !== undefined) frame.style.height = `${Math.min(LONGEST, Math.max(0, data.height))}px`;
  });
})();
