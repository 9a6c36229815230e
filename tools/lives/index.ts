import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withLives } from './glossary';

/** `npm run lives`: draws the lives of a copy, a hold and a loan into the glossary. */
const path = resolve(__dirname, '../../docs/glossary.md');
writeFileSync(path, withLives(readFileSync(path, 'utf8')));
