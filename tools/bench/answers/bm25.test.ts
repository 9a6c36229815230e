import { bm25, oneAndTwoCharacters, singleCharacters } from './bm25';

it('what is rare counts more than what is common, and nothing shared is not found', () => {
  const rank = bm25(['怎么借书', '怎么还书', '怎么办证', '停车'], singleCharacters);
  expect(rank('怎么还', 3)[0]).toBe(1);
  expect(rank('猫', 3)).toEqual([]);
});

it('a shorter entry of the same words stands first', () => {
  expect(bm25(['借书要带什么证件', '借书'], singleCharacters)('借书', 2)).toEqual([1, 0]);
});

it('two characters side by side are a token too', () => {
  expect(oneAndTwoCharacters('借书证')).toEqual(['借', '书', '证', '借书', '书证']);
});
