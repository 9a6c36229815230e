import { EMPTY, formOf, remarksFrom, remarksOn, savedOf } from './profile-form';

const rest = { languages: ['chi'], kinds: [] };

it('reads what is typed with any comma between, each once, and keeps what it does not show', () => {
  const { terms } = savedOf({ ...EMPTY, words: '茶，宋代、茶 ;', classes: 'k82' }, rest, 'weekly');
  expect(terms).toEqual({ words: ['茶', '宋代'], authors: [], classes: ['K82'], ...rest });
});

it('without a name is called by what it looks for', () => {
  const { name } = savedOf({ ...EMPTY, words: '茶，宋代', authors: '陆羽', classes: 'K' }, rest, 'off');
  expect(name).toBe('茶、宋代、陆羽');
  expect(savedOf({ ...EMPTY, name: ' 我的 ', words: '茶' }, rest, 'off').name).toBe('我的');
});

it('wants a word, an author or a class', () => {
  expect(remarksOn(savedOf(EMPTY, rest, 'weekly'))).toHaveProperty('words');
  expect(remarksOn(savedOf({ ...EMPTY, authors: '陆羽' }, rest, 'weekly'))).toEqual({});
});

it('is filled with what was saved, and says what the library found wrong at its field', () => {
  const terms = { words: ['茶', '宋代'], authors: [], classes: ['K'], ...rest };
  expect(formOf({ name: '茶', terms })).toEqual({ name: '茶', words: '茶，宋代', authors: '', classes: 'K' });
  const fields = [
    { path: 'input.terms.classes.0', message: '分类号' },
    { path: 'input.terms', message: '至少一样' },
  ];
  expect(remarksFrom(fields)).toEqual({ classes: '分类号', words: '至少一样' });
});
