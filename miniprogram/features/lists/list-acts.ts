import type { Answers, AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';
import type { OwnList } from '../../../typings/contract';
import type { HeadView, TitleRow } from './list-view';
import { PAUSES, agesFields, agesIn, authorField, wordsFields, wordsIn } from './list-words';

/** A list and, for what is done to one of its titles, that title. */
export interface ListFacts {
  listId: string;
  head: HeadView;
  row?: TitleRow;
}

const noteSheet = ({ head, row }: ListFacts) => ({
  note: head.byReader && head.shown !== 'private' ? PAUSES : (row?.book.title ?? ''),
  fields: [
    {
      name: 'note',
      label: '推荐语',
      kind: 'lines',
      value: row?.note ?? '',
      placeholder: '为什么推荐这本书',
      hint: '最多 120 个字；留空则不显示',
    } satisfies AskField,
  ],
  confirm: '保存',
});
const noteIn = ({ note = '' }: Record<string, string>) => note.trim();
const saved = () => '已保存';

/** What readers do with an own list. */
export const listActs = actsOn<ListFacts>()({
  words: {
    words: '修改书单',
    sheet: ({ head }) => ({
      note: head.shown === 'private' ? '' : PAUSES,
      fields: wordsFields(head),
      confirm: '保存',
    }),
    run: ({ listId }, answers) => act('lists.change', { listId, ...wordsIn(answers) }),
    done: saved,
  },
  offer: {
    words: '申请公开',
    sheet: ({ head }) => ({
      heading: '公开这份书单',
      note: '馆员看过后，其他读者就能看到书名、简介和推荐语，看不到您的姓名和证号。',
      fields: [
        authorField(head.author, {
          placeholder: '如 爱看书的橘猫',
          hint: '最多 20 个字，请不要用真实姓名和电话',
        }),
      ],
    }),
    run: ({ listId }, { author = '' }) => act('lists.offer', { listId, author: author.trim() }),
    done: () => '已申请，等馆员审核',
  },
  withdraw: {
    words: '不再公开',
    run: ({ listId }) => act('lists.withdraw', { listId }),
    done: () => '只有您能看到了',
  },
  remove: {
    words: '删除',
    sure: () => ({
      title: '删除这份书单？',
      content: '删除后不能恢复；书本身不受影响。',
      yes: '删除',
      no: '保留',
    }),
    run: ({ listId }) => act('lists.remove', { listId }),
    done: () => '已删除',
  },
  note: {
    words: '推荐语',
    sheet: noteSheet,
    run: ({ listId, row }, answers) =>
      act('lists.note', { listId, titleId: row?.listedAs ?? '', note: noteIn(answers) }),
  },
});

const libraryWords = (answers: Answers) => ({
  ...wordsIn(answers),
  author: (answers.author ?? '').trim(),
  ages: agesIn(answers),
});

/** What the library does with a list of its own. */
export const libraryListActs = actsOn<ListFacts>()({
  words: {
    words: '修改书单',
    sheet: ({ head }) => ({
      fields: [
        ...wordsFields(head),
        authorField(head.author, { hint: '最多 20 个字' }),
        ...agesFields(head.ages),
      ],
      confirm: '保存',
    }),
    run: ({ listId }, answers) => act('listDesk.save', { listId, ...libraryWords(answers) }),
  },
  publish: {
    words: '发布给读者',
    run: ({ listId, head }) =>
      act('listDesk.publish', { listId, shown: head.isPublic ? 'private' : 'public' }),
    done: ({ shown }: OwnList) => (shown === 'public' ? '已发布' : '已撤下'),
  },
  remove: {
    words: '删除',
    sure: () => ({
      title: '删除这份书单？',
      content: '读者将看不到它，删除后不能恢复。',
      yes: '删除',
      no: '保留',
    }),
    run: ({ listId }) => act('listDesk.remove', { listId }),
    done: () => '已删除',
  },
  note: {
    words: '推荐语',
    sheet: noteSheet,
    run: ({ listId, row }, answers) =>
      act('listDesk.note', { listId, titleId: row?.listedAs ?? '', note: noteIn(answers) }),
  },
});

/** What staff decide on a list that a reader offers, or take down later. */
export const offeredListActs = actsOn<ListFacts>()({
  allow: {
    words: '同意公开',
    run: ({ listId, head: { changedAt } }) =>
      act('listDesk.decide', { listId, changedAt, allow: true, why: '' }),
    done: () => '已公开',
  },
  refuse: {
    words: '不予公开',
    sheet: ({ head }) => ({
      heading: head.isPublic ? '取消公开' : '不予公开',
      note: '理由会告诉这位读者；书单仍为读者保留，修改后可以再次申请。',
      fields: [commentField('理由', '如 推荐语里有广告')],
      confirm: head.isPublic ? '取消公开' : '不予公开',
    }),
    run: ({ listId, head: { changedAt } }, { comment = '' }) =>
      act('listDesk.decide', { listId, changedAt, allow: false, why: comment.trim() }),
  },
});

/** New lists: a reader's own, and the library's, signed by who makes it. */
export const newListActs = actsOn<{ staffName: string }>()({
  own: {
    words: '新建书单',
    sheet: () => ({ fields: wordsFields({}), confirm: '保存' }),
    run: (_, answers) => act('lists.create', wordsIn(answers)),
  },
  library: {
    words: '新建馆员书单',
    sheet: ({ staffName }) => ({
      note: '先存为草稿，加好书再发布。',
      fields: [
        ...wordsFields({}),
        authorField(staffName, { placeholder: '如 少儿馆 方晓棠' }),
        ...agesFields(),
      ],
      confirm: '新建',
    }),
    run: (_, answers) => act('listDesk.save', { listId: '', ...libraryWords(answers) }),
  },
});
