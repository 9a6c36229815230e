import { EMPTY, formOf, remarksFrom, remarksOn, wordsOf } from './form';

const words = {
  question: '怎样续借？',
  forms: ['能延期吗', '续几次'],
  subject: '续借',
  text: '点“续借”。',
  links: [],
  validUntil: '2026-12-31',
};

it('what was read is written back as it was', () => {
  expect(wordsOf(formOf({ draft: words, published: null }), [])).toEqual(words);
});

it('the draft goes before what readers see, and a new one begins empty', () => {
  expect(formOf({ draft: { ...words, text: '新' }, published: words }).text).toBe('新');
  expect(formOf({ draft: null, published: words }).text).toBe('点“续借”。');
  expect(formOf({ draft: null, published: null })).toEqual(EMPTY);
});

it('empty lines and forms that stand twice are left out, and no day means that it does not age', () => {
  const form = { ...EMPTY, forms: '一\n\n一\n 二 ' };
  expect(wordsOf(form, [])).toMatchObject({ forms: ['一', '二'], validUntil: null });
});

it('what is missing is told at its field', () => {
  expect(Object.keys(remarksOn({ ...EMPTY, validUntil: '明年' }))).toEqual([
    'question',
    'subject',
    'text',
    'validUntil',
  ]);
  expect(remarksFrom([{ path: 'input.forms.2', message: '太长' }])).toEqual({ forms: '太长' });
});
