import * as v from 'valibot';
import type { Refusal } from '../../../typings/contract/refusals';
import type { DeskCardGiven, SearchStep, SearchStepGiven, TalkCard } from '../../../typings/contract/talks';
import type { ResourceDocument, TitleDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { refuse } from '../../kernel/refusal';
import { aLine, aText, anId, someLines } from '../../kernel/validate';
import { aClass, filterEntries } from '../../kernel/asked-search';

/** Characters of one line. */
const LONGEST = 1000;
const MOST_STEPS = 12;

export const aSkill = v.picklist(
  ['general', 'research', 'local_history', 'children', 'technique'],
  '没有这类问题',
);

const aTitle = v.strictObject({ kind: v.literal('title'), titleId: anId });
const aSearch = v.strictObject({ kind: v.literal('search'), text: aText(100), onShelf: v.boolean() });
const aStep = v.variant('kind', [
  v.strictObject({
    kind: v.literal('search'),
    query: aText(200),
    filters: v.strictObject(filterEntries),
    found: v.pipe(v.number(), v.integer('应是整数'), v.minValue(0), v.maxValue(100_000_000)),
  }),
  v.strictObject({ kind: v.literal('class'), clc: aClass }),
  aTitle,
  v.strictObject({ kind: v.literal('resource'), resourceId: anId, words: v.optional(aLine(200)) }),
]);
const aMedia = v.strictObject({ kind: v.literal('media'), mediaId: anId });
const aProposal = v.strictObject({
  kind: v.literal('delivery'),
  document: v.strictObject({
    kind: v.picklist(['article', 'chapter', 'book'], '请选文献类型'),
    ...{ title: aText(200), author: aLine(100), within: aLine(200) },
    year: v.pipe(aLine(4), v.regex(/^(\d{4})?$/, '年份是四位数字')),
  }),
});
const someSteps = v.strictObject({
  kind: v.literal('steps'),
  steps: v.pipe(v.array(aStep), v.minLength(1, '至少一步'), v.maxLength(MOST_STEPS, `最多 ${MOST_STEPS} 步`)),
});

/** What is said: a text, a card, or both. */
export const saying = {
  text: someLines(LONGEST),
  card: v.optional(v.variant('kind', [aTitle, aSearch, aMedia])),
};
/** Librarians show how they searched, too. */
export const sayingOfStaff = {
  text: someLines(LONGEST),
  card: v.optional(v.variant('kind', [aTitle, aSearch, someSteps, aMedia, aProposal])),
};

export const isSomething = ({ text, card }: { text: string; card?: unknown }): boolean =>
  text !== '' || card !== undefined;
export const NOTHING_SAID = '请先写点什么';

/** A card, or the name of what is put into the talk where the line is written. */
export type Filled = TalkCard | { kind: 'put'; mediaId: string } | null;

export const aLineNumber = v.pipe(v.number(), v.integer('编号应是整数'), v.minValue(0, '编号从 0 开始'));

/** The card with what the library says of what it names; refused where something of it is not there. */
export const filled = async (
  { db }: Pick<Context, 'db'>,
  card: DeskCardGiven | undefined,
): Promise<{ card: Filled } | { refusals: Refusal[] }> => {
  if (card?.kind === 'title') {
    const title = await db.get('titles', card.titleId);
    return title ? { card: titleCard(title) } : refuse({ code: 'title_not_found' });
  }
  if (card?.kind === 'media') return { card: { kind: 'put', mediaId: card.mediaId } };
  if (card?.kind !== 'steps') return { card: card ?? null };
  const idsOf = <K extends SearchStepGiven['kind']>(kind: K) =>
    card.steps.filter((step): step is Extract<SearchStepGiven, { kind: K }> => step.kind === kind);
  const [titles, resources] = await Promise.all([
    db.getMany(
      'titles',
      idsOf('title').map(({ titleId }) => titleId),
    ),
    db.getMany(
      'resources',
      idsOf('resource').map(({ resourceId }) => resourceId),
    ),
  ]);
  const steps: SearchStep[] = [];
  for (const step of card.steps) {
    const title = step.kind === 'title' && titles.find(({ _id }) => _id === step.titleId);
    const resource = step.kind === 'resource' && resources.find(({ _id }) => _id === step.resourceId);
    if (title) steps.push(titleCard(title));
    else if (resource) steps.push(resourceStep(resource, step));
    else if (step.kind === 'title') return refuse({ code: 'title_not_found' });
    else if (step.kind === 'resource') return refuse({ code: 'resource_not_found' });
    else steps.push(step);
  }
  return { card: { kind: 'steps', steps } };
};

const resourceStep = ({ _id, name }: ResourceDocument, step: SearchStepGiven): SearchStep => {
  const words = step.kind === 'resource' ? (step.words ?? '') : '';
  return { kind: 'resource', resourceId: _id, name, ...(words && { words }) };
};

const titleCard = ({ _id, title, contributors }: TitleDocument) => ({
  kind: 'title' as const,
  titleId: _id,
  title,
  by: contributors[0]?.name ?? '',
});
