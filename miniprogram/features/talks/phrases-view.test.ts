import { chosenPhrase, filledIn } from './phrases-view';

const phrases = {
  list: [
    {
      phraseId: 'p',
      title: '开门',
      text: '{读者}您好，{分馆}有《{书名}》。',
      fields: ['读者', '分馆', '书名'],
    },
  ],
  known: [{ name: '分馆', value: '总馆' }],
};

test('what is known is filled in, and what is left open is asked for', () => {
  expect(chosenPhrase(phrases, 'p', '林晓舟')).toEqual({
    phrase: '林晓舟您好，总馆有《{书名}》。',
    open: ['书名'],
  });
  expect(chosenPhrase(phrases, 'gone', '林晓舟')).toBeUndefined();
});

test('what was typed is put in as it is, and nothing is left out in silence', () => {
  expect(filledIn('{书名}，{书名}', { 书名: '$1 {x}' })).toBe('$1 {x}，$1 {x}');
  expect(filledIn('{书名}', {})).toBe('{书名}');
});
