import { hashPassword, passwordMatches } from './password';

const salt = Buffer.from('0123456789abcdef');

it('a password matches its own hash and no other', () => {
  const stored = hashPassword('135790', salt);
  expect(passwordMatches('135790', stored)).toBe(true);
  expect(passwordMatches('135791', stored)).toBe(false);
});

it('two cards with one password have different hashes', () => {
  expect(hashPassword('135790', salt)).not.toBe(hashPassword('135790', Buffer.from('another salt')));
});

it('a card without a password matches nothing, not even an empty one', () => {
  expect(passwordMatches('', '')).toBe(false);
  expect(passwordMatches('135790', '')).toBe(false);
  expect(passwordMatches('135790', 'no colon')).toBe(false);
});
