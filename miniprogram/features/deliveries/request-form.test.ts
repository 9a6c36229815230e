import { STATEMENT_VERSION as KEPT } from '../../../cloudfunctions/reference/delivery-rules';
import { EMPTY, fieldsOf, remarksFrom, remarksOn, wantedOf } from './request-form';
import { STATEMENT_VERSION } from './statement';

it('the statement that is shown is the one that is kept', () => expect(STATEMENT_VERSION).toBe(KEPT));

it('sends of what was typed only the fields of the chosen kind, without blanks around', () => {
  const typed = { ...EMPTY, title: ' 茶经 ', within: '农业考古', doi: '10.1/1', isbn: '978', note: ' 急 ' };
  expect(wantedOf('book', typed)).toEqual({ ...EMPTY, title: '茶经', isbn: '978', note: '急' });
  expect(wantedOf('article', typed)).toEqual({
    ...EMPTY,
    ...{ title: '茶经', within: '农业考古', doi: '10.1/1', note: '急' },
  });
});

it('asks for a title of everything, and of a chapter for its book', () => {
  expect(remarksOn('article', EMPTY)).toEqual({ title: '请填写题名' });
  expect(remarksOn('chapter', EMPTY)).toEqual({ title: '请填写题名', within: '请填写书名' });
  expect(remarksOn('book', { ...EMPTY, title: '茶经' })).toEqual({});
});

it('says what the library found wrong at its field', () => {
  const fields = [
    { path: 'input.wanted.isbn', message: 'ISBN 不对' },
    { path: 'input.kind', message: '请选文献类型' },
  ];
  expect(remarksFrom(fields)).toEqual({ isbn: 'ISBN 不对' });
});

it('every kind has a title that must be there', () => {
  for (const kind of ['article', 'chapter', 'book'] as const)
    expect(fieldsOf(kind)[0]).toMatchObject({ name: 'title', optional: false });
});
