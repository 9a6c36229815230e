import * as v from 'valibot';
import type { TalkCard, TalkCardGiven } from '../../../typings/contract/talks';
import type { Context } from '../../kernel/context';
import { aText, anId, someLines } from '../../kernel/validate';

/** Characters of one line. */
const LONGEST = 1000;

export const aSkill = v.picklist(
  ['general', 'research', 'local_history', 'children', 'technique'],
  '没有这类问题',
);

const aCard = v.variant('kind', [
  v.strictObject({ kind: v.literal('title'), titleId: anId }),
  v.strictObject({ kind: v.literal('search'), text: aText(100), onShelf: v.boolean() }),
]);

/** What is said: a text, a card, or both. */
export const saying = { text: someLines(LONGEST), card: v.optional(aCard) };

export const isSomething = ({ text, card }: { text: string; card?: unknown }): boolean =>
  text !== '' || card !== undefined;
export const NOTHING_SAID = '请先写点什么';

export const aLineNumber = v.pipe(v.number(), v.integer('编号应是整数'), v.minValue(0, '编号从 0 开始'));

/** The card with what the catalogue says of it; null where it names nothing that is there. */
export const filled = async (
  { db }: Pick<Context, 'db'>,
  card: TalkCardGiven | undefined,
): Promise<{ card: TalkCard | null } | { refusals: [{ code: 'title_not_found' }] }> => {
  if (card?.kind !== 'title') return { card: card ?? null };
  const title = await db.get('titles', card.titleId);
  if (!title) return { refusals: [{ code: 'title_not_found' }] };
  return {
    card: { kind: 'title', titleId: title._id, title: title.title, by: title.contributors[0]?.name ?? '' },
  };
};
