import type { TitleFacts } from '../../../typings/contract';

/** A title in a list: cover, name, author and imprint; what belongs to the list goes into the slot. Event: `open`. */
Component({
  properties: {
    book: { type: Object, value: null as unknown as TitleFacts },
    size: { type: String, value: 'm' },
  },
  data: { imprint: '' },
  observers: {
    book(book: TitleFacts | null) {
      if (!book) return;
      this.setData({
        imprint: [book.publisher, book.year > 0 ? String(book.year) : ''].filter(Boolean).join(' · '),
      });
    },
  },
  methods: {
    open() {
      this.triggerEvent('open', { titleId: this.data.book.titleId });
    },
  },
});
