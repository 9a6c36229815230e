import type {
  AnswerCard,
  DeliveryKind,
  Phrase,
  ProposedDocument,
  TalkSkill,
} from '../../../typings/contract';
import type { Answers, AskField } from '../../components/ask-sheet/fields';
import { actsOn, type Sheet } from '../../lib/acts';
import { act, ask } from '../../lib/call';
import { stepsChosen, stepsSheet } from './showing-steps';
import { filledIn } from './phrases-view';
import { SKILLS } from './talk-view';

export interface AnswerFacts {
  talkId: string;
  skill: TalkSkill;
  /** What the reader said last. */
  asked: string;
  /** What is to be judged; "". */
  mediaId: string;
  /** A canned answer with what is known filled in, and what is left open. */
  phrase: string;
  open: string[];
}

const skillOf = (id: string, otherwise: TalkSkill): TalkSkill =>
  SKILLS.find((skill) => skill.id === id)?.id ?? otherwise;

const LONGEST_ASKED = 100;

const nearestTo = async (asked: string): Promise<AnswerCard[]> => {
  const text = asked.trim().slice(0, LONGEST_ASKED);
  const outcome = text ? await ask('answers.suggest', { text }) : undefined;
  return outcome?.kind === 'value' ? outcome.value.list : [];
};

/** A sheet to choose one of a list in; where there is nothing to choose, it says so. */
const choosing = (
  { name, label, confirm }: { name: string; label: string; confirm: string },
  choices: { id: string; name: string }[],
  notes: { some: string; none: string },
): Sheet => {
  const [first] = choices;
  const field: AskField = { name, label, kind: 'choice', required: true, value: first?.id ?? '', choices };
  return { note: first ? notes.some : notes.none, fields: first ? [field] : [], confirm };
};

const nearSheet = (near: AnswerCard[]): Sheet =>
  choosing(
    { name: 'answerId', label: '相近的回答', confirm: '放进输入框' },
    near.map(({ answerId, question }) => ({ id: answerId, name: question })),
    { some: '放进输入框，改好再发。', none: '没有相近的回答。' },
  );

const colleaguesThere = async (): Promise<{ memberId: string; name: string }[]> => {
  const outcome = await ask('talkDesk.queue', {});
  return outcome.kind === 'value' ? outcome.value.colleagues : [];
};

const colleaguesSheet = (there: { memberId: string; name: string }[]): Sheet =>
  choosing(
    { name: 'memberId', label: '请谁', confirm: '请过来' },
    there.map(({ memberId: id, name }) => ({ id, name })),
    { some: '您继续接待，同事也能回复读者。', none: '现在没有别的同事在线。' },
  );

const phrasesNow = async (): Promise<Phrase[]> => {
  const outcome = await ask('talkDesk.phrases', {});
  return outcome.kind === 'value' ? outcome.value.list : [];
};

const phrasesSheet = (list: Phrase[]): Sheet =>
  choosing(
    { name: 'phraseId', label: '用哪一条', confirm: '放进输入框' },
    list.map(({ phraseId: id, title: name }) => ({ id, name })),
    { some: '放进输入框，改好再发。', none: '还没有常用语，可以在咨询台里添加。' },
  );

const KINDS_OF_DOCUMENTS: { id: DeliveryKind; name: string }[] = [
  { id: 'article', name: '期刊文章' },
  { id: 'chapter', name: '书中章节' },
  { id: 'book', name: '图书' },
];

const proposed = ({ kind, title = '', author = '', within = '', year = '' }: Answers): ProposedDocument => ({
  kind: KINDS_OF_DOCUMENTS.find(({ id }) => id === kind)?.id ?? 'article',
  ...{ title: title.trim(), author: author.trim(), within: within.trim(), year: year.trim() },
});

/** What a librarian does with a question, beside answering it. */
export const answerActs = actsOn<AnswerFacts>()({
  take: {
    words: '接待',
    run: ({ talkId }) => act('talkDesk.take', { talkId }),
  },
  handOver: {
    words: '转交',
    sheet: ({ skill }) => ({
      heading: '转交给同事',
      note: '读者回到队伍里，按最初提问的时间排；备注只有同事看到。',
      fields: [
        {
          name: 'skill',
          label: '哪方面的问题',
          kind: 'choice',
          value: skill,
          choices: SKILLS.map(({ id, name }) => ({ id, name })),
        },
        {
          name: 'note',
          label: '备注',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '已经查了什么，还要做什么',
        },
      ],
      confirm: '转交',
    }),
    run: ({ talkId, skill }, answers) =>
      act('talkDesk.handOver', {
        talkId,
        skill: skillOf(answers['skill'] ?? '', skill),
        note: answers['note'] ?? '',
      }),
    done: () => '已转交',
  },
  invite: {
    words: '请同事一起',
    sheet: async () => colleaguesSheet(await colleaguesThere()),
    wrong: ({ memberId }) => (memberId ? undefined : { code: 'missing', text: '现在没有别的同事在线。' }),
    run: ({ talkId }, { memberId = '' }) => act('talkDesk.invite', { talkId, memberId }),
    done: () => '已请',
  },
  leave: {
    words: '退出一起解答',
    sure: () => ({
      title: '退出一起解答？',
      content: '主接待的同事继续解答，读者会看到您已离开。',
      yes: '退出',
      no: '先不',
    }),
    run: ({ talkId }) => act('talkDesk.leave', { talkId }),
    done: () => '已退出',
  },
  phrase: {
    words: '常用语',
    sheet: async () => phrasesSheet(await phrasesNow()),
    wrong: ({ phraseId }) => (phraseId ? undefined : { code: 'missing', text: '还没有常用语。' }),
    run: () => ask('talkDesk.phrases', {}),
  },
  fill: {
    words: '填好再发',
    sheet: ({ phrase, open }) => ({
      note: phrase,
      fields: open.map((name) => ({ name, label: name, kind: 'text', value: '', required: true })),
      confirm: '放进输入框',
    }),
    run: async ({ phrase }, answers) => ({ kind: 'value', value: filledIn(phrase, answers) }),
  },
  propose: {
    words: '代拟文献申请',
    sheet: ({ asked }) => ({
      note: '读者点开核对、同意著作权声明后才提交。',
      fields: [
        {
          ...{ name: 'kind', label: '类型', kind: 'choice', value: 'article' },
          choices: KINDS_OF_DOCUMENTS,
        },
        {
          name: 'title',
          label: '题名',
          kind: 'text',
          value: '',
          required: true,
          placeholder: asked.slice(0, 30),
        },
        { name: 'author', label: '作者', kind: 'text', value: '' },
        { name: 'within', label: '刊名或书名', kind: 'text', value: '' },
        { name: 'year', label: '年份', kind: 'text', value: '', longest: 4, placeholder: '例如 2019' },
      ],
      confirm: '发给读者',
    }),
    run: ({ talkId }, answers) =>
      act('talkDesk.say', { talkId, text: '', card: { kind: 'delivery', document: proposed(answers) } }),
  },
  sendSearch: {
    words: '发检索式',
    sheet: () => ({
      note: '读者点开就按这几个词再查一次，可以自己改。',
      fields: [
        {
          name: 'text',
          label: '检索词',
          kind: 'text',
          value: '',
          required: true,
          placeholder: '例如 宋代 茶',
        },
      ],
      confirm: '发给读者',
    }),
    run: ({ talkId }, { text = '' }) =>
      act('talkDesk.say', { talkId, text: '', card: { kind: 'search', text: text.trim(), onShelf: false } }),
  },
  sendSteps: {
    words: '发检索过程',
    sheet: stepsSheet,
    wrong: (answers) =>
      stepsChosen(answers).length > 0 ? undefined : { code: 'missing', text: '请至少留下一步。' },
    run: ({ talkId }, answers) =>
      act('talkDesk.say', { talkId, text: '', card: { kind: 'steps', steps: stepsChosen(answers) } }),
  },
  canned: {
    words: '用常见问题回答',
    sheet: async ({ asked }) => nearSheet(await nearestTo(asked)),
    wrong: ({ answerId }) => (answerId ? undefined : { code: 'missing', text: '没有可以放的回答。' }),
    run: (_facts, { answerId = '' }) => ask('answers.show', { answerId }),
  },
  note: {
    words: '写备注',
    sheet: () => ({
      note: '只有同事看到，读者看不到。',
      fields: [
        {
          name: 'text',
          label: '备注',
          kind: 'lines',
          value: '',
          required: true,
          placeholder: '给接手的同事',
        },
      ],
      confirm: '记下',
    }),
    run: ({ talkId }, { text = '' }) => act('talkDesk.say', { talkId, text, note: true }),
  },
  judge: {
    words: '可以给对方看吗',
    sheet: () => ({
      note: '微信没有把握，请您看过再定。不可以的会删除，不能恢复。',
      fields: [
        {
          ...{ name: 'fit', label: '看过以后', kind: 'choice', value: 'yes' },
          choices: [
            { id: 'yes', name: '可以看' },
            { id: 'no', name: '不可以，删除' },
          ],
        },
      ],
      confirm: '就这样定',
    }),
    run: ({ mediaId }, { fit }) => act('mediaDesk.decide', { mediaId, fit: fit === 'yes' }),
  },
  finish: {
    words: '解答完毕',
    sure: () => ({
      title: '解答完毕？',
      content: '读者会收到一次满意度的询问，一天内还可以接着问。',
      yes: '解答完毕',
      no: '先不',
    }),
    run: ({ talkId }) => act('talkDesk.finish', { talkId }),
    done: () => '已完成',
  },
});
