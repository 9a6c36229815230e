import { HOLD_LIFE, ITEM_LIFE, LOAN_LIFE } from '../../cloudfunctions/circulation/lives';
import { drawing } from './drawing';

const BEGIN = '<!-- drawn by npm run lives from cloudfunctions/circulation/lives.ts -->';
const END = '<!-- end of what is drawn -->';

/** The glossary with the lives as the tables tell them now. */
export function withLives(glossary: string): string {
  const [before, after] = [glossary.indexOf(BEGIN), glossary.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`the glossary has no place that begins with ${BEGIN}`);
  const lives = [
    drawing('A copy', ITEM_LIFE),
    drawing('A hold', HOLD_LIFE),
    drawing('A loan', LOAN_LIFE),
  ].join('\n\n');
  return `${glossary.slice(0, before)}${BEGIN}\n\n${lives}\n\n${glossary.slice(after)}`;
}
