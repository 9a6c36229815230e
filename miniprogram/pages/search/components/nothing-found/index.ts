import { ask } from '../../../../lib/call';
import { totalText } from '../../../../lib/find';
import { open, routes } from '../../../../lib/routes';
import type { Chip } from '../../facets-view';
import { looser, triedText } from '../../looser';
import { isbnIn } from '../../search-view';

/**
 * Where nothing was found: what was looked through, what a looser search finds, and the two ways on: the
 * library buys it, or a librarian looks. Event `loosen` with the text.
 */
Component({
  properties: {
    query: { type: String, value: '' },
    /** Those of the row above that are on: what the search was narrowed to. */
    chips: { type: Array, value: [] as Chip[] },
  },
  data: { tried: '', rows: [] as { text: string; total: string }[] },
  observers: {
    'query, chips'(query: string, chips: Chip[]) {
      this.setData({ tried: triedText(chips.filter(({ on }) => on).map(({ name }) => name)) });
      void this.loosen(query);
    },
  },
  methods: {
    /** Each is asked by itself; one that fails or finds nothing is not offered. */
    async loosen(query: string) {
      const found = await Promise.all(
        looser(query).map(async (text) => {
          const outcome = await ask('search.find', { query: text });
          const value = outcome.kind === 'value' ? outcome.value : null;
          return value && value.list.length > 0 ? [{ text, total: totalText(value) }] : [];
        }),
      );
      if (this.data.query === query) this.setData({ rows: found.flat() });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('loosen', { text: String(event.currentTarget.dataset.text) });
    },
    wish() {
      const { query } = this.data;
      const isbn = isbnIn(query);
      open(routes.wishFor(isbn ? { isbn } : { title: query }));
    },
    askLibrarian() {
      open(routes.askLibrarian({ search: this.data.query }));
    },
  },
});
