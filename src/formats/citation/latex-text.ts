/** BibTeX counts braces even behind a backslash, so that none may stand alone. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** A text of which LaTeX takes no character for a command; letters of all scripts stay, as UTF-8. */
export const latexText = (text: string): string =>
  text.replaceAll(/[\\{}~^&%$#_]/g, (mark) => COMMANDS[mark] ?? `\\${mark}`);
