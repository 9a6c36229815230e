import { aReader } from '../../tests/builders/documents';
import { isNoReaderYet } from './applications';

const NOW = { today: '2026-11-22', guardianAge: 14 };
const child = { birthDate: '2018-04-17', awaitsGuardian: true } as const;
const lapses = { lapsesOn: '2026-11-01' };

it.each([
  ['whoever staff have not decided on', { standing: 'pending' }],
  ['whoever was declined', { standing: 'closed', ...lapses }],
  ['a child whom no guardian has confirmed', { ...child, ...lapses }],
] as const)('no reader yet is %s', (_who, given) => {
  expect(isNoReaderYet(aReader(given), NOW)).toBe(true);
});

it.each([
  ['a reader', {}],
  ['a reader who has left', { standing: 'closed' }],
  ['a child that waits for another guardian', child],
  ['a child that grew up meanwhile', { ...child, ...lapses, birthDate: '2008-01-01' }],
  ['whoever owes something', { ...child, ...lapses, owes: 100 }],
] as const)('is one, or was: %s', (_who, given) => {
  expect(isNoReaderYet(aReader(given), NOW)).toBe(false);
});
