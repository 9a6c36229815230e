import type { EventDraft } from '../../../typings/contract';
import { textIn, type Answers } from '../../components/ask-sheet/fields';
import { actsOn, type Act } from '../../lib/acts';
import { act, ask, type Output } from '../../lib/call';
import {
  copyTo,
  datesIn,
  newDraft,
  rulesFields,
  timeFields,
  wayFields,
  withRules,
  withTimes,
  withWay,
  withWords,
  wordsFields,
  type Branch,
} from './draft-form';
import { challengeFields, chosenTopics, quizFields, withChallenge, withQuiz, type Topic } from './game-form';

export interface DeskFacts {
  eventId: string;
  draft: EventDraft;
  state: 'draft' | 'published' | 'closed';
}

const branches = async (): Promise<Branch[]> => {
  const outcome = await ask('catalogue.branches', {});
  return outcome.kind === 'value' ? outcome.value.list : [];
};

const topics = async (): Promise<Topic[]> => {
  const outcome = await ask('quizDesk.questions', {});
  return outcome.kind === 'value' ? outcome.value.topics : [];
};

type Saved = Output<'eventDesk.save'>;

const NO_TIME = { code: 'time', text: '时间写成 19:00 这样。' };
const NO_TOPIC = { code: 'topics', text: '请至少选一个主题；题库是空的，请先去题库出题。' };
const NO_DATE = { code: 'more', text: '其他场写成 2026-12-12 19:00-20:30 这样，一行一场。' };

/** One part of the form: its fields, and the event with what was typed. */
const part = (
  words: string,
  fields: (facts: DeskFacts) => ReturnType<typeof wayFields> | Promise<ReturnType<typeof wayFields>>,
  changed: (draft: EventDraft, answers: Answers) => EventDraft,
): Act<DeskFacts, Saved> => ({
  words,
  sheet: async (facts) => ({
    fields: await fields(facts),
    confirm: '保存',
    note: facts.state === 'draft' ? '' : '时间或地点改了，会通知报了名的读者。',
  }),
  run: ({ eventId, draft }, answers) =>
    act('eventDesk.save', { ...changed(draft, answers), eventId, publish: false }),
  done: () => '已保存',
});

/** A new event: what it is first, the other parts on its page. */
export const newEventActs = actsOn<{ now: number }>()({
  begin: {
    words: '新活动',
    sheet: async ({ now }) => {
      const all = await branches();
      return { fields: wordsFields(newDraft(now, all[0]?.branchId ?? ''), all), confirm: '存为草稿' };
    },
    run: ({ now }, answers) =>
      act('eventDesk.save', { ...withWords(newDraft(now, ''), answers), eventId: '', publish: false }),
  },
});

/** What staff do with an event. */
export const deskActs = actsOn<DeskFacts>()({
  words: part('内容和地点', async ({ draft }) => wordsFields(draft, await branches()), withWords),
  times: {
    ...part('时间', ({ draft }) => timeFields(draft), withTimes),
    wrong: (answers) =>
      ['from', 'to', 'opensFrom', 'closesTo'].every(
        (name) => !(name in answers) || /^\d{1,2}[:：]\d{2}$/.test(textIn(answers, name)),
      )
        ? datesIn(textIn(answers, 'more'))
          ? undefined
          : NO_DATE
        : NO_TIME,
  },
  rules: part('名额和规则', ({ draft }) => rulesFields(draft), withRules),
  way: part('先到先得或抽签', ({ draft }) => wayFields(draft), withWay),
  quiz: {
    ...part('竞答设置', async ({ draft }) => quizFields(draft, await topics()), withQuiz),
    wrong: (answers) => (chosenTopics(answers).length > 0 ? undefined : NO_TOPIC),
  },
  challenge: part('打卡设置', ({ draft }) => challengeFields(draft), withChallenge),
  publish: {
    words: '发布',
    sure: () => ({ title: '发布这场活动？', content: '读者马上能看到。', yes: '发布', no: '再看看' }),
    run: ({ eventId, draft }) => act('eventDesk.save', { ...draft, eventId, publish: true }),
    done: () => '已发布',
  },
  copy: {
    words: '照这场再办一次',
    sheet: () => ({
      fields: [{ name: 'on', label: '新的日期', kind: 'date', value: '', required: true }],
      confirm: '存为草稿',
    }),
    run: ({ draft }, answers) =>
      act('eventDesk.save', { ...copyTo(draft, textIn(answers, 'on')), eventId: '', publish: false }),
  },
  another: {
    words: '同系列加一场',
    sheet: () => ({
      note: '各场分别报名，页面上互相看得到。',
      fields: [{ name: 'on', label: '日期', kind: 'date', value: '', required: true }],
      confirm: '存为草稿',
    }),
    run: ({ eventId, draft }, answers) =>
      act('eventDesk.save', {
        ...copyTo(draft, textIn(answers, 'on')),
        eventId: '',
        publish: false,
        besides: eventId,
      }),
  },
  exportPeople: {
    words: '导出名单',
    run: ({ eventId }) => act('eventDesk.exportPeople', { eventId }),
  },
  message: {
    words: '通知报名的读者',
    sheet: () => ({
      fields: [{ name: 'words', label: '要说的话', kind: 'lines', value: '', required: true }],
      confirm: '发送',
    }),
    run: ({ eventId }, answers) => act('eventDesk.message', { eventId, words: textIn(answers, 'words') }),
    done: () => '会在各人的消息里看到',
  },
  draw: {
    words: '抽签',
    sheet: ({ draft }) => ({
      note: draft.source,
      fields: [{ name: 'figure', label: '公布的数字', kind: 'text', value: '', required: true }],
      confirm: '抽签',
    }),
    run: ({ eventId }, answers) => act('eventDesk.draw', { eventId, figure: textIn(answers, 'figure') }),
    done: () => '已抽签',
  },
  close: {
    words: '结束登记',
    sure: () => ({
      title: '结束登记？',
      content: '没有签到的会记为缺席，之后不能再签到。',
      yes: '结束登记',
      no: '再等等',
    }),
    run: ({ eventId }) => act('eventDesk.close', { eventId }),
    done: () => '已登记',
  },
  recap: {
    words: '写回顾',
    run: ({ eventId }) => act('lectureDesk.begin', { eventId }),
  },
  callOff: {
    words: '取消活动',
    sheet: () => ({
      fields: [
        { name: 'why', label: '原因', kind: 'lines', value: '', required: true, hint: '报了名的读者会看到' },
      ],
      confirm: '取消活动',
    }),
    run: ({ eventId }, answers) => act('eventDesk.cancel', { eventId, why: textIn(answers, 'why') }),
    done: () => '已取消，正在通知读者',
  },
});
