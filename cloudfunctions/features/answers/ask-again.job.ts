import { between } from '../../kernel/database';
import { daily, type Job } from '../../kernel/job';
import { addDays } from '../../kernel/local-date';
import { tellNew } from '../../steps/telling-many';
import { ASKED_BEFORE_DAYS } from './desk-lists';

/** Answers that are asked about in one morning; the others the next. */
const BATCH = 100;

/**
 * Who answers for what readers are told is asked whether it still holds, once for each day up to which it was
 * said to. It reaches those who have a card; all of them stand in the desk's list.
 */
export const askAboutOldAnswers: Job = daily('ask_about_answers', '08:00', async (context) => {
  const { db, today } = context;
  const old = await db.find('answers', {
    where: { shown: true, validUntil: between({ from: '', upTo: addDays(today, ASKED_BEFORE_DAYS) }) },
    orderBy: [['validUntil', 'asc']],
    limit: BATCH,
  });
  const identities = await db.getMany('identities', [
    ...new Set(old.map(({ responsibleId }) => responsibleId)),
  ]);
  const readerOf = new Map(identities.map(({ _id, readerId }) => [_id, readerId]));
  const tellings = old.flatMap(({ _id, responsibleId, published, validUntil }) => {
    const readerId = readerOf.get(responsibleId);
    if (!readerId || !published) return [];
    return [
      {
        occasion: `answer_old_${_id}_${validUntil}`,
        readerId,
        topic: 'reference' as const,
        title: '请确认这条回答',
        body: `“${published.question}”有效至 ${validUntil}，请看看是否还对，改好后送审。`,
        link: `/features/answers/pages/edit/index?answerId=${_id}`,
        facts: { title: published.question },
        waits: true as const,
      },
    ];
  });
  return { done: await tellNew(context, tellings), after: null };
});
