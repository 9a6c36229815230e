import type { Mark, TitleFacts } from '../../../typings/contract';
import { pieces, type Piece } from '../../lib/marks';

/**
 * A title in a list: cover, name, author and imprint; what belongs to the list goes into the slot. `marks`
 * show what of the name and the author answered a search; without them no pieces are made, as a list has many
 * rows and WeChat counts elements. Event: `open`.
 */
Component({
  properties: {
    book: { type: Object, value: null as unknown as TitleFacts },
    size: { type: String, value: 'm' },
    marks: { type: Object, value: null as unknown as { title: Mark[]; authors: Mark[] } },
  },
  data: { imprint: '', title: [] as Piece[], authors: [] as Piece[] },
  observers: {
    'book, marks'(book: TitleFacts | null, marks: { title: Mark[]; authors: Mark[] } | null) {
      if (!book) return;
      this.setData({
        imprint: [book.publisher, book.year > 0 ? String(book.year) : ''].filter(Boolean).join(' · '),
        title: marks?.title.length ? pieces(book.title, marks.title) : [],
        authors: marks?.authors.length ? pieces(book.authors, marks.authors) : [],
      });
    },
  },
  methods: {
    open() {
      this.triggerEvent('open', { titleId: this.data.book.titleId });
    },
  },
});
