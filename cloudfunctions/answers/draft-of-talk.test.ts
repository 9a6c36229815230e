import { draftOfTalk } from './draft-of-talk';

const known = { names: ['林晓舟'], cardPrefix: '3310', own: ['0579-88000001'] };

it('a talk becomes a question, forms of asking and an answer, without what tells of people', () => {
  const draft = draftOfTalk(
    [
      { from: 'reader', text: '您好' },
      { from: 'reader', text: '我是林晓舟，证丢了怎么补办？电话 13800138000' },
      { from: 'staff', text: '林晓舟您好，请带身份证到服务台补办，免费。总馆电话 0579-88000001。' },
      { from: 'reader', text: '补办要等几天吗' },
      { from: 'staff', text: '当场就能拿到。' },
      { from: 'reader', text: '好的谢谢' },
    ],
    known,
  );
  expect(draft.question).toBe('我是〔姓名〕，证丢了怎么补办？电话 〔电话〕');
  expect(draft.forms).toEqual(['补办要等几天吗']);
  expect(draft.text).toBe(
    '〔姓名〕您好，请带身份证到服务台补办，免费。总馆电话 0579-88000001。\n当场就能拿到。',
  );
  expect(draft.taken).toEqual([
    { part: '林晓舟', instead: '〔姓名〕' },
    { part: '13800138000', instead: '〔电话〕' },
  ]);
});

it('a talk without a question or an answer makes an empty draft', () => {
  expect(draftOfTalk([], known)).toEqual({ question: '', forms: [], text: '', taken: [] });
  expect(draftOfTalk([{ from: 'reader', text: '谢谢' }], known).question).toBe('');
});
