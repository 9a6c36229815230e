import type { LookedUp } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { signal } from '../../../../lib/feedback';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { opensTitle } from '../../../../lib/screen/opens-title';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { draftActs } from '../../draft-acts';
import { drafts } from '../../drafts';
import { draftRow, foundCard, type DraftRow, type FoundCard } from '../../found-view';
import { cataloguingRoutes } from '../../routes';
import { scans } from '../../../../lib/screen/scans';

/** Whoever may not catalogue is told so before scanning. */
const mayCatalogue = loads('cataloguing.choices', () => ({}), { keep: true, when: 'opened' });

Page(
  screen([wide, mayCatalogue, scans, submits(), acts(draftActs), opensTitle], {
    data: {
      code: '',
      found: none<FoundCard>(),
      /** A code that is nothing here, and no ISBN. */
      unknown: '',
      drafts: none<DraftRow>(),
    },
    onShow() {
      this.showDrafts();
      this.nextScan();
    },
    showDrafts() {
      const now = Date.now();
      this.setData({ drafts: drafts().map((draft) => draftRow(draft, now)) });
    },
    async scan(code: string): Promise<void> {
      const outcome = await this.once('scan', () => {
        this.setData({ code, found: [], unknown: '', refusals: [] });
        return ask('cataloguing.lookUp', { code });
      });
      if (!outcome) return;
      if (outcome.kind === 'value') return this.lookedUp(code, outcome.value);
      signal('refused');
      this.explain(outcome, '没有查');
    },
    lookedUp(code: string, answer: LookedUp) {
      if (answer.found === 'titles') {
        signal('look');
        this.setData({ found: answer.list.map(foundCard) });
      } else if (answer.draft.isbn) {
        signal('done');
        open(cataloguingRoutes.newTitle(answer.draft.isbn.bare));
      } else {
        signal('look');
        this.setData({ unknown: code });
      }
    },
    again() {
      if (this.data.code) void this.scan(this.data.code);
    },
    useUnknown() {
      open(cataloguingRoutes.newTitle(this.data.unknown));
    },
    withoutCode() {
      open(cataloguingRoutes.newTitle(''));
    },
    another() {
      open(cataloguingRoutes.newTitle(this.data.code));
    },
    openCopies(event: WechatMiniprogram.TouchEvent) {
      open(cataloguingRoutes.copies(dataOf(event).id ?? ''));
    },
    edit(event: WechatMiniprogram.TouchEvent) {
      open(cataloguingRoutes.editTitle(dataOf(event).id ?? ''));
    },
    openDraft(event: WechatMiniprogram.TouchEvent) {
      open(cataloguingRoutes.draft(dataOf(event).key ?? ''));
    },
    askDrop(event: WechatMiniprogram.TouchEvent) {
      const draft = this.data.drafts.find(({ key }) => key === dataOf(event).key);
      if (draft) void this.start('drop', draft);
    },
    acted() {
      this.showDrafts();
    },
  }),
);
