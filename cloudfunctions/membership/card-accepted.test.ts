import { refusalsToCard } from './card-accepted';

const reader = { birthDate: '1990-05-01' };
const codes = (...asked: [Parameters<typeof refusalsToCard>[0], Parameters<typeof refusalsToCard>[1]]) =>
  refusalsToCard(asked[0], asked[1], reader).map(({ code }) => code);

it('the code on a phone does everywhere', () => {
  for (const accepts of ['code', 'number_and_birth_day', 'number'] as const)
    expect(codes(accepts, { by: 'code' })).toEqual([]);
});

it('the number alone does only where the library says so', () => {
  expect(codes('number', { by: 'number' })).toEqual([]);
  expect(codes('code', { by: 'number' })).toEqual(['card_code_needed']);
  expect(codes('number_and_birth_day', { by: 'number' })).toEqual(['birth_day_needed']);
});

it('with the number goes month and day of birth, and no other day', () => {
  expect(codes('number_and_birth_day', { by: 'number', birthDay: '05-01' })).toEqual([]);
  expect(codes('number_and_birth_day', { by: 'number', birthDay: '05-02' })).toEqual(['birth_day_wrong']);
  expect(codes('number_and_birth_day', { by: 'number', birthDay: '' })).toEqual(['birth_day_wrong']);
  expect(codes('code', { by: 'number', birthDay: '05-01' })).toEqual(['card_code_needed']);
});
