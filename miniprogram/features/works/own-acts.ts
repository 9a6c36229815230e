import type { WorkSignature } from '../../../typings/contract';
import { textIn, type Answers, type AskField } from '../../components/ask-sheet/fields';
import { actsOn } from '../../lib/acts';
import { commentField } from '../../lib/asking';
import { act } from '../../lib/call';
import { signaturesFor } from './call-view';

interface OwnWorkFacts {
  callId: string;
  signature: WorkSignature;
  mayBeNamed: boolean;
}

const signatureFields = ({ signature, mayBeNamed }: OwnWorkFacts): AskField[] => {
  const { publish, signedAs, penName } = signature;
  return [
    {
      ...{ name: 'publish', label: '同意公开', kind: 'switch', value: publish ? 'yes' : '' },
      hint: '评选和审看通过后，别的读者可以看到；随时可以收回',
    },
    {
      ...{ name: 'signedAs', label: '署名', kind: 'choice', value: signedAs, required: true },
      choices: signaturesFor({ mayBeNamed }),
    },
    {
      ...{ name: 'penName', label: '笔名', kind: 'text', value: penName, longest: 20 },
      hint: '署名选“笔名”时填写',
    },
  ];
};

const signatureIn = (answers: Answers): WorkSignature => {
  const chosen = signaturesFor({ mayBeNamed: true }).find(({ id }) => id === textIn(answers, 'signedAs'));
  return {
    publish: answers['publish'] === 'yes',
    signedAs: chosen?.id ?? 'masked',
    penName: textIn(answers, 'penName'),
  };
};

/** What a reader does with a work of their own that was sent. */
export const ownWorkActs = actsOn<OwnWorkFacts>()({
  sign: {
    words: '公开与署名',
    sheet: (facts) => ({ fields: signatureFields(facts), confirm: '保存' }),
    run: ({ callId }, answers) => act('works.sign', { callId, signature: signatureIn(answers) }),
    done: () => '已保存',
  },
  withdraw: {
    words: '撤回作品',
    sure: () => ({
      title: '撤回这件作品？',
      content: '别人不再看得到；草稿还留着，截止前可以再提交。',
      yes: '撤回',
      no: '不撤回',
    }),
    run: ({ callId }) => act('works.withdraw', { callId }),
    done: () => '已撤回',
  },
});

/** What somebody does about a work of somebody else. */
export const readActs = actsOn<{ workId: string }>()({
  report: {
    words: '举报这件作品',
    sheet: () => ({
      note: '馆员会再看一遍，由馆员决定是否撤下。作者不会知道是谁举报的。',
      fields: [commentField('理由', '例如：抄袭、广告、不适合公开')],
      confirm: '提交举报',
    }),
    run: ({ workId }, answers) => act('works.report', { workId, why: textIn(answers, 'comment') }),
    done: () => '已交给馆员',
  },
});
