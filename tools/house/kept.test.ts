import { resolve } from 'node:path';
import { figuresOf } from './figures';

const figures = figuresOf(resolve(__dirname, '..', '..'));

describe('this house', () => {
  it('is read', () => expect(figures.rooms.length).toBeGreaterThan(20));

  it('has no circles between files, of types neither', () => expect(figures.circles).toEqual([]));

  it('exports nothing that only its own file uses', () => expect(figures.ownExports).toEqual([]));

  it('has no comment that goes on past 110 columns', () => expect(figures.wideComments).toEqual([]));
});
