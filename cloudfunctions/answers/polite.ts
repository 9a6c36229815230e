import { squeeze } from '../search/fold';
import { POLITE } from './same-meaning';
import { wordGroups } from './words';

const polite = wordGroups([POLITE]);
const NODDED =
  /^(?:好的?|嗯+|明白了?|知道了|收到|谢谢您?|多谢|再见|不客气|辛苦了?|没事了?|不用谢|ok|好嘞|行)*$/;

/** A text without its politeness; itself when nothing else is said. */
export function withoutPoliteness(text: string): string {
  let rest = '';
  let from = 0;
  for (const { at, length } of polite.foundIn(text)) {
    rest += text.slice(from, at);
    from = at + length;
  }
  rest += text.slice(from);
  return rest.length > 1 ? rest : text;
}

/** Nothing but thanks and nods. */
export const isPolite = (text: string): boolean => {
  const folded = squeeze(text);
  return NODDED.test(folded) || NODDED.test(withoutPoliteness(folded));
};
