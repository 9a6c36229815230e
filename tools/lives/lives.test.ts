import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { HOLD_LIFE, ITEM_LIFE, LOAN_LIFE } from '../../cloudfunctions/circulation/lives';
import { drawing } from './drawing';
import { withLives } from './glossary';

const root = resolve(__dirname, '../..');
const glossary = readFileSync(resolve(root, 'docs/glossary.md'), 'utf8');

it('the glossary shows the lives as the code has them', () => {
  expect(withLives(glossary)).toBe(glossary);
});

it('a glossary that fell behind is noticed', () => {
  expect(withLives(glossary.replace('| check_out |', '| lend |'))).toBe(glossary);
  expect(() => withLives('no place')).toThrow();
});

it('every rule that a life names is a rule of circulation', () => {
  const room = resolve(root, 'cloudfunctions/circulation');
  const sources = readdirSync(room)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(resolve(room, name), 'utf8'));
  const named = [...ITEM_LIFE, ...HOLD_LIFE, ...LOAN_LIFE].map(({ rule }) => rule);
  const unknown = named.filter((rule) => !sources.some((text) => text.includes(`export const ${rule} =`)));
  expect(unknown).toEqual([]);
});

it('draws one arrow for two states, and the beginning as a dot', () => {
  const drawn = drawing('A thing', [
    { act: 'make', from: ['new'], to: 'whole', rule: 'r' },
    { act: 'mend', from: ['broken'], to: 'whole', rule: 'r' },
    { act: 'glue', from: ['broken'], to: 'whole', rule: 'r' },
  ]);
  expect(drawn).toContain('[*] --> whole: make');
  expect(drawn).toContain('broken --> whole: mend, glue');
});
