import type { ProposedDocument, SearchFilters } from '../../../typings/contract';
import { open, routes } from '../../lib/routes';
import type { Said } from '../../lib/screen/event';
import type { Part } from '../../lib/screen/part';
import type { Side } from './outbox';
import { searchFor } from '../../lib/search-for';

interface Opens {
  /** `bind:card` of the lines of a talk. */
  openCard(event: Said<{ kind: string; id: string; filters: string }>): void;
}

/** A request that a librarian proposes is the reader's to make. */
function askFor(talkId: string, filters: string): void {
  const { kind, title, author, within, year } = JSON.parse(filters) as ProposedDocument;
  open(routes.askDelivery({ kind, title, author, within, year, talkId }));
}

/** A database is opened with what was searched for there in hand. */
function openDatabase(id: string, words: string): void {
  if (words) wx.setClipboardData({ data: words });
  open(routes.resource(id));
}

/** A talk in which something of the library stands, to be opened: a title, or a search to be run again. */
export const opensCards = (side: Side): Part<object, Opens> => ({
  name: 'opensCards',
  data: () => ({}),
  methods: {
    openCard(this: { data: { talkId: string } }, { detail: { kind, id, filters } }) {
      if (kind === 'title') open(routes.title(id));
      else if (kind === 'class') open(routes.classOf(id));
      else if (kind === 'resource') openDatabase(id, filters);
      else if (kind !== 'delivery')
        searchFor(id, filters ? (JSON.parse(filters) as SearchFilters) : undefined);
      else if (side === 'reader') askFor(this.data.talkId, filters);
    },
  },
});
