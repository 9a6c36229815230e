import { isRunning } from '../../community/quiz-attempt';
import type { Documents, ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { reading } from '../../kernel/operation';
import { done } from '../../kernel/refusal';
import { nothing } from '../../kernel/validate';
import { forReader } from '../../reads/asking';
import { itemsOnLoanTo } from '../../reads/loans';
import { ownServices } from './export-services';
import { fitting, sizeOf } from './fitting';
import { newestRows } from './newest-rows';

/** Rows of one list: the platform gives no more in one answer. */
const MOST_ROWS = 1000;
/** The platform's answer ends at 1 MB. */
const MOST_BYTES = 900_000;

/**
 * Everything the library keeps about the reader, for them to keep: each list newest first. What does not fit
 * is cut from the end and said so under `notWhole`. Passwords are left out, they are no use to anybody in the
 * form that is kept.
 */
export const exportAll = reading('account.export', {
  caller: 'reader',
  schema: nothing,
  run: forReader(async (context, _input, reader) => {
    const lists = await listsOf(context, reader);
    const { openid, ...record } = reader;
    const head = {
      library: context.library.settings.name,
      exportedAt: context.now,
      about: '本馆保存的与您有关的全部资料。金额单位为分，时间为 UTC，日期为北京时间。',
      reader: { ...record, linkedToWeChat: openid !== null },
    };
    const { kept, cut } = fitting(lists, MOST_BYTES - sizeOf(head));
    return done({
      fileName: `shuxiang-${reader.cardNumber}-${context.today}.json`,
      json: JSON.stringify({ ...head, ...kept, notWhole: cut }, null, 1),
    });
  }),
});

const atEvents = async ({ db, now }: Context, readerId: string): Promise<Record<string, object[]>> => {
  const of = newestRows(db, readerId);
  const [registrations, quizzes, challenges, challengeNotes] = await Promise.all([
    of('registrations', 'startsAt'),
    of('quizAttempts', 'startedAt'),
    of('challengeRuns', 'endsOn'),
    of('challengeNotes', 'on'),
  ]);
  const taken = quizzes.map((attempt) => quizRow(attempt, now));
  return { registrations, challenges, challengeNotes, quizzes: taken };
};

const listsOf = async (context: Context, reader: ReaderDocument): Promise<Record<string, object[]>> => {
  const { db } = context;
  const of = newestRows(db, reader._id);
  const [cards, onLoan, holds, accountLines, notices, operations] = await Promise.all([
    db.find('cards', { where: { readerId: reader._id }, limit: MOST_ROWS }),
    itemsOnLoanTo(db, reader),
    of('holds', 'placedAt'),
    of('accountLines', 'at'),
    of('notices', 'at'),
    of('operations', 'at'),
  ]);
  const [bookLists, reviews, consents, looks, events, subscriptions, replayPositions, wishes] =
    await Promise.all([
      of('bookLists', 'changedAt'),
      of('reviews', 'at'),
      of('consents', 'at'),
      of('recordLooks', 'at'),
      atEvents(context, reader._id),
      db.find('subscriptions', { where: { readerId: reader._id }, limit: MOST_ROWS }),
      replayPositionsOf(context, reader._id),
      wishesOf(context, reader._id),
    ]);
  return {
    cards: cards.map(({ _id, status, password }) => ({
      cardNumber: _id,
      status,
      hasPassword: password !== '',
    })),
    loans: onLoan.map(({ _id, title, loan }) => ({ barcode: _id, title, ...loan })),
    pastLoans: operations.flatMap(({ ended }) => ended ?? []),
    holds,
    accountLines,
    bookLists,
    reviews: reviews.map(reviewRow),
    consents,
    looks,
    ...events,
    subscriptions,
    replayPositions,
    wishes,
    ...(await ownServices(context, reader._id)),
    notices,
    operations: operations.map(doneRow),
  };
};

/**
 * While it runs a result would tell which answer is right; what is right is not the reader's to take along.
 */
const quizRow = (attempt: Documents['quizAttempts'], now: string) => ({
  title: attempt.title,
  startedAt: attempt.startedAt,
  endsAt: attempt.endsAt,
  submittedAt: attempt.submittedAt,
  name: attempt.name,
  answers: attempt.questions.map(({ text, choices }, n) => ({
    text,
    chosen: (attempt.answers[n] ?? []).map((place) => choices[place] ?? ''),
  })),
  ...(!isRunning(attempt, now) && { score: attempt.score, full: attempt.full, seconds: attempt.usedSeconds }),
});

/** Who reported a review is nobody's but theirs. */
const reviewRow = ({ titleId, title, author, rating, text, status, why, at }: Documents['reviews']) => ({
  titleId,
  title,
  author,
  rating,
  text,
  status,
  why,
  at,
});

const doneRow = (line: Documents['operations']) => ({
  at: line.at,
  action: line.action,
  outcome: line.comment ? `${line.outcome}：${line.comment}` : line.outcome,
  barcode: line.barcode,
  titleName: line.titleName,
  staffName: line.staffName,
});

/** What was asked for, with what became of it. */
const wishesOf = async ({ db }: Context, readerId: string) => {
  const voices = await newestRows(db, readerId)('wishVoices', 'at');
  const books = new Map(
    (
      await db.getMany(
        'wishes',
        voices.map(({ wishId }) => wishId),
      )
    ).map((wish) => [wish._id, wish]),
  );
  return voices.map(({ wishId, why, at }) => {
    const { title = '', author = '', isbn = '', state = '' } = books.get(wishId) ?? {};
    return { title, author, isbn, why, at, state };
  });
};

/** Named `{lectureId}_{readerId}`, so they are found through the lectures. */
const replayPositionsOf = async ({ db }: Context, readerId: string) => {
  const lectures = await db.find('lectures', {
    where: {},
    orderBy: [['heldAt', 'desc']],
    limit: MOST_ROWS,
    fields: ['heldAt'],
  });
  return db.getMany(
    'replayPositions',
    lectures.map(({ _id }) => `${_id}_${readerId}`),
  );
};
