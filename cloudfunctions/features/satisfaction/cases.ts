import * as v from 'valibot';
import type { DeskCase, MyCase, Service } from '../../../typings/contract/satisfaction';
import { personalIn, withoutPersonal } from '../../answers/personal-data';
import type { CaseDocument, Library, ReaderDocument } from '../../documents';
import { branchName } from '../../circulation/branches';
import type { Context, StaffContext } from '../../kernel/context';
import { isIn, type Transaction } from '../../kernel/database';
import { addDays } from '../../kernel/local-date';
import { reading, writing } from '../../kernel/operation';
import { aPageStart, newestOf, pageFrom } from '../../kernel/page';
import { done, refuse } from '../../kernel/refusal';
import { anId, someLines } from '../../kernel/validate';
import { forReader, forReaderWithin, readerAsking } from '../../reads/asking';
import { tell } from '../../steps/notices';
import { aService } from './services';

/** A case is answered within so many days. */
const DAYS_TO_ANSWER = 5;
const MINE_PAGE = '/features/insight/pages/opinions/index';

export const checkedWords = async (context: Context, words: string) => {
  if (words === '') return { text: '', unsure: false };
  const reader = await readerAsking(context);
  const verdict = await context.checkText({
    openid: context.openid,
    text: words,
    signedAs: reader?.name ?? '',
  });
  if (verdict === 'risky') return refuse({ code: 'text_not_allowed' });
  return { text: cleaned(context.library, words, reader), unsure: verdict !== 'pass' };
};

/** Without what tells of people, before any colleague reads it. */
const cleaned = ({ settings, branches }: Library, words: string, reader: ReaderDocument | null): string => {
  const known = {
    names: reader?.name ? [reader.name] : [],
    cardPrefix: settings.cardPrefix,
    own: branches.flatMap(({ address, phone }) => [address, phone]),
  };
  return withoutPersonal(words, personalIn(words, known));
};

interface Opening {
  service: Service;
  branchId: string;
  text: string;
  unsure: boolean;
}

export const openCase = async (
  transaction: Transaction,
  { now, today, newId }: Pick<Context, 'now' | 'today' | 'newId'>,
  { _id }: Pick<ReaderDocument, '_id'>,
  { service, branchId, text, unsure }: Opening,
): Promise<CaseDocument> => {
  const opened: CaseDocument = {
    _id: newId(),
    readerId: _id,
    service,
    branchId,
    words: text,
    state: 'open',
    unsure,
    again: 0,
    at: now,
    dueOn: addDays(today, DAYS_TO_ANSWER),
    ...{ owner: '', ownerName: '', answer: '', answeredAt: '', endedAt: '' },
  };
  await transaction.add('cases', opened);
  return opened;
};

export const complain = writing('satisfaction.complain', {
  caller: 'reader',
  schema: v.strictObject({
    words: v.pipe(someLines(1000), v.minLength(1, '请写下您的意见')),
    service: v.optional(aService),
    branchId: v.optional(anId),
  }),
  prepare: (context, { words }) => checkedWords(context, words),
  run: (context, { service = 'other', branchId = '' }, transaction, words) =>
    forReaderWithin(async (_context: Context, _none: undefined, _same, reader) => ({
      value: myCase(await openCase(transaction, context, reader, { service, branchId, ...words })),
      log: { outcome: '提出意见', readerId: reader._id },
    }))(context, undefined, transaction),
});

export const mine = reading('satisfaction.mine', {
  caller: 'reader',
  schema: v.strictObject({ after: aPageStart }),
  run: forReader(async ({ db }, { after }, reader) => {
    const { list, next } = await newestOf(db, 'cases', reader._id, after);
    return done({ list: list.map(myCase), next });
  }),
});

/** Asked whether it helped: what did not is open again, with a new day. */
export const helped = writing('satisfaction.helped', {
  caller: 'reader',
  schema: v.strictObject({ caseId: anId, helped: v.boolean() }),
  run: forReaderWithin(async ({ now, today }, { caseId, helped: isHelped }, transaction, reader) => {
    const known = await transaction.get('cases', caseId);
    if (known?.readerId !== reader._id) return refuse({ code: 'case_not_found' });
    if (known.state !== 'answered') return refuse({ code: 'case_is', state: known.state });
    const after: CaseDocument = isHelped
      ? { ...known, state: 'helped', endedAt: now }
      : { ...known, state: 'open', again: known.again + 1, dueOn: addDays(today, DAYS_TO_ANSWER) };
    await transaction.put('cases', after);
    return {
      value: myCase(after),
      log: { outcome: isHelped ? '意见已解决' : '意见未解决', readerId: reader._id },
    };
  }),
});

const myCase = ({ _id, service, words, state, at, answer, answeredAt }: CaseDocument): MyCase => ({
  caseId: _id,
  service,
  words,
  state,
  at,
  answer,
  answeredAt,
});

/** Open ones first by their day; nobody reads who wrote them. */
export const list = reading('caseDesk.list', {
  role: 'manager',
  schema: v.strictObject({ settled: v.optional(v.boolean()), after: aPageStart }),
  run: async (context, { settled = false, after }) => {
    const page = await pageFrom(
      context.db,
      'cases',
      {
        where: { state: settled ? isIn(['answered', 'helped', 'closed']) : 'open' },
        orderBy: [['dueOn', settled ? 'desc' : 'asc']],
      },
      after,
    );
    return done({ ...page, list: page.list.map((each) => deskCase(each, context)) });
  },
});

const ofCase = async (transaction: Transaction, caseId: string) => {
  const known = await transaction.get('cases', caseId);
  return known && known.state === 'open' ? known : null;
};

export const take = writing('caseDesk.take', {
  role: 'manager',
  schema: v.strictObject({ caseId: anId }),
  run: async (context, { caseId }, transaction) => {
    const known = await ofCase(transaction, caseId);
    if (!known) return refuse({ code: 'case_not_found' });
    const taken = { ...known, owner: context.staff._id, ownerName: context.staff.name };
    await transaction.put('cases', taken);
    return { value: deskCase(taken, context), log: { outcome: '接手读者意见' } };
  },
});

export const answer = writing('caseDesk.answer', {
  role: 'manager',
  schema: v.strictObject({ caseId: anId, answer: v.pipe(someLines(500), v.minLength(1, '请写回复')) }),
  run: async (context, { caseId, answer: words }, transaction) => {
    const known = await ofCase(transaction, caseId);
    if (!known) return refuse({ code: 'case_not_found' });
    const answered: CaseDocument = {
      ...known,
      state: 'answered',
      owner: context.staff._id,
      ownerName: context.staff.name,
      answer: words,
      answeredAt: context.now,
    };
    await transaction.put('cases', answered);
    await tell(transaction, context, {
      occasion: `case_${caseId}_${known.again}`,
      readerId: known.readerId,
      topic: 'account',
      title: '您的意见有回复了',
      body: `${words.slice(0, 100)}${words.length > 100 ? '…' : ''} 请看看是否解决了您的问题。`,
      link: MINE_PAGE,
      facts: { title: '意见回复' },
    });
    return { value: deskCase(answered, context), log: { outcome: '回复读者意见' } };
  },
});

const deskCase = (known: CaseDocument, { library, staff, today }: StaffContext): DeskCase => ({
  caseId: known._id,
  service: known.service,
  branchName: known.branchId ? branchName(library, known.branchId) : '',
  words: known.words,
  state: known.state,
  again: known.again,
  at: known.at,
  dueOn: known.dueOn,
  late: known.state === 'open' && known.dueOn < today,
  owner: known.ownerName,
  mine: known.owner === staff._id,
  answer: known.answer,
});
