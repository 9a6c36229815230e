import { readFileSync } from 'node:fs';
import { classModule, target } from './make-classes';

test('what the Mini Program ships is what the tables say', () => {
  expect(readFileSync(target, 'utf8')).toBe(classModule());
});
