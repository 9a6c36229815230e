import type { DeskReader, LocalDate } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act, type Input } from '../../lib/call';
import { addDays } from '../../lib/dates';
import { birthDayField, guardianBirthDay } from './birth-day';
import { acceptsHere } from './branch';
import { readerCategories } from './categories';
import { renew } from './override-act';

export interface AtReader {
  reader: DeskReader;
  today: LocalDate;
  /** The loan that an act is about; '' for one on the card. */
  loanId: string;
}

/**
 * What can be done with a reader's card. Every change says why: it stands in the log and the reader can see
 * it.
 */
export const readerActs = actsOn<AtReader>()({
  renew,
  extend: {
    words: '续期',
    sheet: extendSheet,
    run: (at, answers) => change(at, answers, { expiresOn: answers.expiresOn ?? '' }),
  },
  replace: {
    words: '补证',
    sheet: () => ({
      note: '换一个新证号，旧证立即停用；在借的书、预约和账目都跟着新证。',
      fields: [WHY_REPLACED],
    }),
    run: ({ reader }, answers) =>
      act('desk.replaceCard', {
        readerId: reader.readerId,
        reason: answers.reason === 'replaced' ? 'replaced' : 'lost',
      }),
  },
  password: {
    words: '重设密码',
    sheet: () => ({
      note: '请核对证件后当面告诉读者，读者可在小程序里再改。',
      fields: [NEW_PASSWORD, CHECKED],
      confirm: '重设',
    }),
    run: (at, answers) => change(at, answers, { password: answers.password ?? '' }),
  },
  category: {
    words: '换类别',
    sheet: categorySheet,
    run: (at, answers) => change(at, answers, { category: answers.category ?? '' }),
  },
  guardian: {
    words: '登记监护人',
    sheet: () => ({
      note: '监护人在场，请核对证件和亲属关系。',
      fields: [
        {
          name: 'guardianCard',
          label: '监护人的读者证',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '证号，或扫读者证',
        },
        ...(acceptsHere() === 'number_and_birth_day'
          ? [{ ...birthDayField('监护人的生日', false), hint: '没有扫二维码时填写' }]
          : []),
        commentField('备注', '例如：户口簿已核对'),
      ],
      confirm: '登记',
    }),
    run: ({ reader }, answers) =>
      act('desk.setGuardian', {
        readerId: reader.readerId,
        guardianCard: textIn(answers, 'guardianCard'),
        ...guardianBirthDay(answers.birthDay),
        comment: textIn(answers, 'comment'),
      }),
  },
  release: {
    words: '解除监护',
    sheet: ({ reader }) => ({
      heading: '解除监护关系',
      note: `监护人${reader.guardianName ?? ''}不再替这位小读者办理，也不再受其欠费影响。`,
      fields: [commentField()],
      confirm: '解除',
    }),
    run: ({ reader }, answers) =>
      act('desk.endGuardianship', { readerId: reader.readerId, comment: textIn(answers, 'comment') }),
  },
  block: {
    words: '停借',
    sheet: blockSheet,
    run: (at, answers) =>
      change(at, answers, {
        block: {
          reason: textIn(answers, 'reason'),
          until: answers.until || null,
          ...(answers.stops === 'borrowing' || answers.stops === 'holds' ? { stops: answers.stops } : {}),
        },
      }),
  },
  unblock: {
    words: '解除停借',
    sheet: () => ({ fields: [commentField()], confirm: '解除' }),
    run: (at, answers) => change(at, answers, { block: null }),
  },
  unsuspend: {
    words: '提前解除',
    sheet: () => ({ heading: '提前解除暂停借阅或预约', fields: [commentField()], confirm: '解除' }),
    run: (at, answers) => change(at, answers, { suspendedUntil: null }),
  },
});

export type ReaderActName = keyof typeof readerActs;

function change(
  { reader }: AtReader,
  answers: Answers,
  changed: Omit<Input<'desk.changeReader'>, 'readerId' | 'comment'>,
) {
  const { readerId } = reader;
  return act('desk.changeReader', { readerId, ...changed, comment: textIn(answers, 'comment') });
}

const CHECKED = commentField('备注', '例如：身份证已核对');

const NEW_PASSWORD: AskField = {
  name: 'password',
  label: '新密码',
  kind: 'password',
  value: '',
  required: true,
  hint: '6 位数字',
};

const WHY_REPLACED: AskField = {
  name: 'reason',
  label: '为什么',
  kind: 'choice',
  value: 'lost',
  required: true,
  choices: [
    { id: 'lost', name: '遗失' },
    { id: 'replaced', name: '损坏换新' },
  ],
};

function extendSheet({ reader, today }: AtReader): Sheet {
  const from = reader.expiresOn > today ? reader.expiresOn : today;
  return {
    note: '请先核对证件。',
    fields: [
      {
        name: 'expiresOn',
        label: '有效到',
        kind: 'date',
        value: addDays(from, 365),
        required: true,
        start: today,
        end: addDays(today, 3660),
      },
      CHECKED,
    ],
  };
}

async function categorySheet({ reader }: AtReader): Promise<Sheet> {
  return {
    heading: '换读者类别',
    note: '借阅册数和借期按新类别计算，在借的书不变。',
    fields: [
      {
        name: 'category',
        label: '类别',
        kind: 'choice',
        value: reader.category,
        required: true,
        choices: await readerCategories(),
      },
      commentField(),
    ],
    confirm: '保存',
  };
}

function blockSheet({ today }: AtReader): Sheet {
  return {
    note: '原因会显示给读者。',
    fields: [
      {
        name: 'reason',
        label: '原因',
        kind: 'text',
        value: '',
        required: true,
        placeholder: '例如：遗失图书未处理',
      },
      {
        name: 'until',
        label: '停到哪天',
        kind: 'date',
        value: '',
        start: addDays(today, 1),
        end: addDays(today, 3660),
        placeholder: '不限，直到解除',
      },
      {
        name: 'stops',
        label: '停什么',
        kind: 'choice',
        value: 'both',
        choices: [
          { id: 'both', name: '借阅和预约' },
          { id: 'borrowing', name: '只停借阅' },
          { id: 'holds', name: '只停预约' },
        ],
      },
      commentField('备注'),
    ],
  };
}
