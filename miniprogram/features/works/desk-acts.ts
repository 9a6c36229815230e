import type { CallDraft, JudgeChoice } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Act } from '../../lib/acts';
import { act, type Output } from '../../lib/call';
import {
  criteriaFields,
  criteriaIn,
  groupFields,
  groupsIn,
  kindFields,
  newCall,
  prizesIn,
  timeFields,
  timesIn,
  withCriteria,
  withKind,
  withWords,
  wordsFields,
} from './call-form';

export interface CallFacts {
  callId: string;
  version: number;
  draft: CallDraft;
  /** Who may become a judge, and who is one. */
  others: JudgeChoice[];
  judges: JudgeChoice[];
}

type Saved = Output<'workDesk.call'>;

export const newCallActs = actsOn<{ now: number }>()({
  begin: {
    words: '新征集',
    sheet: ({ now }) => ({ fields: kindFields(newCall(now)), confirm: '存为草稿' }),
    run: ({ now }, answers) =>
      act('workDesk.save', { callId: '', version: 0, draft: withKind(newCall(now), answers) }),
  },
});

/** One part of the form: its fields, and the call with what was typed. */
const part = (
  words: string,
  fields: (draft: CallDraft) => AskField[],
  changed: (draft: CallDraft, answers: Answers) => CallDraft,
): Act<CallFacts, Saved> => ({
  words,
  sheet: ({ draft }) => ({ fields: fields(draft), confirm: '保存' }),
  run: ({ callId, version, draft }, answers) =>
    act('workDesk.save', { callId, version, draft: changed(draft, answers) }),
  done: () => '已保存',
});

const choosing = (label: string, choices: readonly JudgeChoice[]): AskField[] => [
  {
    ...{ name: 'judgeId', label, kind: 'choice', value: '', required: true },
    choices: choices.map(({ judgeId, name }) => ({ id: judgeId, name })),
  },
];

const NO_TIME = { code: 'time', text: '时间写成 18:00 这样。' };
const NO_GROUP = { code: 'groups', text: '组别写成“少儿组 6-12”这样，一行一组。' };
const NO_PRIZE = { code: 'prizes', text: '奖项写成“一等奖 1”这样，一行一项。' };
const NO_CRITERION = { code: 'criteria', text: '评分项写成“立意 40”这样，一行一项。' };

/** What its organisers do with a call. */
export const callActs = actsOn<CallFacts>()({
  words: part('名称和说明', wordsFields, withWords),
  times: {
    ...part('时间', timeFields, (draft, answers) => ({ ...draft, ...timesIn(answers) })),
    wrong: (answers) => (Object.values(timesIn(answers)).includes('') ? NO_TIME : undefined),
  },
  groups: {
    ...part('组别和奖项', groupFields, (draft, answers) => ({
      ...draft,
      groups: groupsIn(answers) ?? draft.groups,
      prizes: prizesIn(answers) ?? draft.prizes,
    })),
    wrong: (answers) => (groupsIn(answers) ? (prizesIn(answers) ? undefined : NO_PRIZE) : NO_GROUP),
  },
  criteria: {
    ...part('怎样评', criteriaFields, withCriteria),
    wrong: (answers) => (criteriaIn(answers) ? undefined : NO_CRITERION),
  },
  addJudge: {
    words: '指定评委',
    sheet: ({ others }) => ({
      note: '评委看不到作者，也看不到别的评委打的分。评委和家人不能投稿。',
      fields: choosing('馆员', others),
      confirm: '指定',
    }),
    run: ({ callId }, answers) =>
      act('workDesk.setJudge', { callId, judgeId: textIn(answers, 'judgeId'), judges: true }),
  },
  removeJudge: {
    words: '取消评委',
    sheet: ({ judges }) => ({
      note: '这位评委打过的分不再算数。',
      fields: choosing('评委', judges),
      confirm: '取消',
    }),
    run: ({ callId }, answers) =>
      act('workDesk.setJudge', { callId, judgeId: textIn(answers, 'judgeId'), judges: false }),
  },
  announce: {
    words: '发布',
    sure: () => ({ title: '发布这项征集？', content: '读者马上能看到。', yes: '发布', no: '再看看' }),
    run: ({ callId }) => act('workDesk.announce', { callId }),
    done: () => '已发布',
  },
  callOff: {
    words: '取消征集',
    sheet: () => ({
      fields: [
        { name: 'why', label: '原因', kind: 'lines', value: '', required: true, hint: '投过稿的读者会看到' },
      ],
      confirm: '取消征集',
    }),
    run: ({ callId }, answers) => act('workDesk.callOff', { callId, why: textIn(answers, 'why') }),
    done: () => '已取消，正在通知读者',
  },
});

/** What staff decide about one work. */
export const lookActs = actsOn<{ workId: string; version: number }>()({
  allow: {
    words: '通过',
    run: ({ workId, version }) => act('workDesk.look', { workId, version, allow: true, why: '' }),
    done: () => '已通过',
  },
  sendBack: {
    words: '退回',
    sheet: () => ({
      note: '作者会看到原因，截止前可以修改再提交。',
      fields: [{ name: 'why', label: '原因', kind: 'lines', value: '', required: true }],
      confirm: '退回',
    }),
    run: ({ workId, version }, answers) =>
      act('workDesk.look', { workId, version, allow: false, why: textIn(answers, 'why') }),
    done: () => '已退回',
  },
});
