import type { TitleFacts } from '../../../typings/contract';
import { coverDesign, type CoverDesign, type CoverSize } from './design';

const WIDTH: Record<CoverSize, number> = { s: 56, m: 80, l: 148 };

/**
 * The cover of a title, drawn from its facts: the same title always looks the same. Sizes s, m, l.
 * Nothing is loaded; the title inside never leaves its box (fit.ts).
 */
Component({
  properties: {
    book: { type: Object, value: null as unknown as TitleFacts },
    size: { type: String, value: 'm' as CoverSize },
  },
  data: { design: null as CoverDesign | null, unit: 0.8 },
  observers: {
    'book, size'(book: TitleFacts | null, size: CoverSize) {
      if (!book) return;
      const known = WIDTH[size] ? size : 'm';
      this.setData({ design: coverDesign(book, known), unit: WIDTH[known] / 100 });
    },
  },
});
