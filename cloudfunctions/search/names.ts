const OPENING = '\\[(（【〔［<〈';
const CLOSING = '\\])）】〕］>〉';
const NATION = new RegExp(`^\\s*[${OPENING}][^${CLOSING}]{1,6}[${CLOSING}]\\s*`);
const BEHIND = new RegExp(`\\s*[${OPENING}]([^${CLOSING}]*)[${CLOSING}]\\s*$`);
/** What somebody did for a book, behind the name and a space. */
const ROLE =
  /\s+(?:等\s*)?(?:[主合选]?编(?:[著译写剧])?|[编合]?著|[编合校]?译|撰|绘|摄影|口述|整理|点校|校注?|等)$/;

/** "[美] 黄仁宇", "（清）曹雪芹 撰" and "加缪（Albert Camus）" are looked for by the name alone. */
export function nameAlone(name: string): string {
  const alone = name.replace(NATION, '').replace(BEHIND, '').replace(ROLE, '').trim();
  return alone === '' ? name : alone;
}

/** What stands in brackets behind a name, mostly its other form; '' when nothing does. */
export const nameBehind = (name: string): string => BEHIND.exec(name.replace(NATION, ''))?.[1] ?? '';

/** Where the main part of a title ends. */
export const TITLE_BREAK = /[:：(（【[〔]|--|——/;

/** The same, met in reading character by character. */
export function breaksTitle(code: number, before: number): boolean {
  if (code === DASH || code === LONG_DASH) return before === code;
  return BREAKS.has(code);
}

const DASH = 0x2d;
const LONG_DASH = 0x2014;
const BREAKS = new Set(Array.from(':：(（【[〔', (sign) => sign.charCodeAt(0)));
