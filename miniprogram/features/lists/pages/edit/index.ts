import type { LocalDate, SearchHit } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, ask, type Outcome, type Output } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import type { RefusalLine } from '../../../../lib/refusals';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { lines } from '../../../../lib/tell';
import { arranging } from '../../arranging';
import { isOneBook } from '../../finding';
import { libraryListActs, type ListFacts } from '../../list-acts';
import { foundRow, headView, type HeadView } from '../../list-view';
import { backToDesk } from '../../routes';
import { titlesAtDesk } from '../../titles-of';

Page(
  screen([wide, given('listId'), titlesAtDesk, acts(libraryListActs), arranging('listDesk'), opensTitle], {
    data: {
      head: maybe<HeadView>(),
      /** What the scan or the words found, to choose from. */
      found: none<SearchHit>(),
      finding: false,
      /** What became of the last scan. */
      said: '',
      saidTone: one<'good' | 'urgent' | 'quiet'>('good'),
      problem: none<RefusalLine>(),
      turn: 0,
    },
    onUnload() {
      silence();
    },
    asked() {
      return { listId: this.data.listId };
    },
    head(page: Output<'listDesk.page'>, today: LocalDate) {
      return { head: headView(page, today) };
    },
    changed(titles: number) {
      this.setData({ 'head.titles': titles });
    },
    refocus() {
      this.setData({ turn: this.data.turn + 1 });
    },

    async camera() {
      const code = await scanWithCamera();
      if (code) await this.find(code);
      this.refocus();
    },
    scan(event: Said<{ code: string }>) {
      void this.find(event.detail.code);
    },
    async find(query: string) {
      if (this.data.finding) return;
      this.setData({ finding: true, found: [], said: '', problem: [] });
      const outcome = await ask('search.find', { query });
      this.setData({ finding: false });
      if (outcome.kind !== 'value') {
        this.refused(outcome);
        return;
      }
      const [first] = outcome.value.list;
      if (!first) {
        signal('refused');
        this.setData({ said: `没有找到“${query}”`, saidTone: 'urgent' });
        return;
      }
      // A code names one book: it goes on the list at once, hand on the scanner.
      if (isOneBook(query, outcome.value.list.length)) await this.add(first);
      else this.setData({ found: outcome.value.list });
    },
    refused(outcome: Outcome<unknown>) {
      signal('refused');
      this.setData({ problem: lines(outcome) ?? [] });
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const hit = this.data.found[Number(dataOf(event).index)];
      if (hit) void this.add(hit);
    },
    closeFound() {
      this.setData({ found: [] });
      this.refocus();
    },
    async add(hit: SearchHit) {
      const { listId, head } = this.data;
      const { titleId } = hit;
      if (!head) return;
      const outcome = await this.once(titleId, () => act('listDesk.add', { listId, titleId }));
      if (!outcome) return;
      this.refocus();
      if (outcome.kind !== 'value') {
        this.refused(outcome);
        return;
      }
      const isNew = outcome.value.titles > head.titles;
      signal(isNew ? 'done' : 'look');
      this.setData({
        'head.titles': outcome.value.titles,
        said: isNew ? `已加入《${hit.title}》` : `《${hit.title}》已在书单里`,
        saidTone: isNew ? 'good' : 'quiet',
        ...(isNew &&
          !this.data.next && { [`list[${this.data.list.length}]`]: foundRow(hit, libraryToday()) }),
      });
    },

    begin(event: WechatMiniprogram.TouchEvent) {
      const { head, listId } = this.data;
      if (head) void this.start(dataOf(event).act ?? '', { listId, head });
    },
    left() {
      this.refocus();
    },
    async acted({ id, value, facts, answers }: Acted<ListFacts, typeof libraryListActs>) {
      if (id === 'note' && facts.row) return this.noted(facts.row, (answers.note ?? '').trim(), value.titles);
      if (id === 'remove') return backToDesk();
      await this.load();
    },
  }),
);
