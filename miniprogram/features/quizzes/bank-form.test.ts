import { choiceFields, NEW, trueFalseFields, withChoices, withTrueFalse } from './bank-form';

const answers = { topic: ' 诗词 ', text: '谁写了《边城》？', why: '', choices: '*沈从文\n 老舍 \n\n＊巴金' };

test('a star says what is right; several stars make it a question of several', () => {
  expect(withChoices(NEW, answers)).toMatchObject({
    ...{ topic: '诗词', kind: 'multiple', choices: ['沈从文', '老舍', '巴金'], right: [0, 2] },
  });
  expect(withChoices(NEW, { ...answers, choices: '沈从文\n*老舍' })).toMatchObject({
    kind: 'single',
    right: [1],
  });
});

test('a question goes into its sheet and comes out the same', () => {
  const question = withChoices(NEW, answers);
  const typed = Object.fromEntries(choiceFields(question, []).map(({ name, value }) => [name, value]));
  expect(withChoices(question, typed)).toEqual(question);
  const either = withTrueFalse(NEW, { ...answers, right: '1' });
  const chosen = Object.fromEntries(
    trueFalseFields(either, ['诗词']).map(({ name, value }) => [name, value]),
  );
  expect(withTrueFalse(either, chosen)).toEqual(either);
  expect(either).toMatchObject({ kind: 'true_false', choices: ['对', '错'], right: [1] });
});
