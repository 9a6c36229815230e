import type { DeskLoan, DeskReader, Refusal } from '../../../../../typings/contract';
import { textIn, type Answers } from '../../../../components/ask-sheet/fields';
import type { Acted } from '../../../../lib/acts';
import { ask, type Outcome } from '../../../../lib/call';
import { signal } from '../../../../lib/feedback';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf, type Said } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { isRefusedFor, lines } from '../../../../lib/tell';
import { birthDayIn, refusedOffline } from '../../birth-day';
import { rolesHere } from '../../branch';
import { isCardCode } from '../../card-code';
import { checkOutActs, type AtCheckOut } from '../../check-out-acts';
import { isCardScanned, meantToLeave, NOBODY } from '../../check-out-session';
import {
  afterCheckOut,
  afterRenewal,
  afterUndo,
  checkOutFace,
  readerPanel,
  type ReaderPanel,
} from '../../check-out-view';
import { deskLines } from '../../desk-refusals';
import { lineState, noteDown } from '../../offline/desk-line';
import { learnOverrides } from '../../override-view';
import { deskRoutes } from '../../routes';
import { scanDesk } from '../../scan-desk';

const desk = scanDesk({
  action: 'desk.checkOut',
  kept: 'checkOut',
  counted: '已借',
  helpTopic: 'check-out',
  face: (outcome, today) => checkOutFace(outcome, today, rolesHere()),
  lateFace: (what, today) =>
    what.kind === 'checkedOut' ? checkOutFace(what.outcome, today, rolesHere()) : undefined,
});

Page(
  screen([wide, desk, acts<AtCheckOut, typeof checkOutActs>(checkOutActs)], {
    data: { ...NOBODY, finding: false, canRetry: false, onSite: false },

    setOnSite(event: WechatMiniprogram.TouchEvent) {
      this.setData({ onSite: dataOf(event).on === 'yes' });
      this.refocus();
    },
    /** A card among copies means "next reader": its code at once, its number once the library knows it. */
    take(code: string) {
      if (this.data.problem.length > 0) this.setData({ problem: [] });
      const session = this.session();
      if (!session) void this.findReader(code);
      else if (isCardCode(code)) void this.finish(code);
      else session.scan(code);
    },

    async findReader(scanned: string) {
      if (this.data.finding) return;
      if (lineState().down) return this.withoutNetwork(scanned);
      this.setData({ finding: true, card: scanned, problem: [], canRetry: false });
      const outcome = await ask('desk.reader', { scanned });
      this.setData({ finding: false });
      if (outcome.kind === 'value') return this.known(outcome.value);
      if (outcome.kind === 'offline') {
        noteDown();
        return this.withoutNetwork(scanned);
      }
      if (isRefusedFor(outcome, 'birth_day_needed')) return this.askBirthDay(scanned);
      this.setData({ canRetry: outcome.kind === 'failed' });
      this.saysNo(outcome);
      signal('refused');
    },
    known(found: DeskReader) {
      const reader = readerPanel(found, this.data.today);
      this.begin(reader, reader.cardNumber);
      signal(reader.blocks.length > 0 || reader.ready.length > 0 ? 'look' : 'done');
    },
    /** The card is written down unchecked, if it is one that this desk takes. */
    withoutNetwork(scanned: string) {
      const no = refusedOffline(scanned);
      if (!no) return this.begin(null, scanned);
      if (no.code === 'birth_day_needed') return this.askBirthDay(scanned);
      this.saysNo({ kind: 'refused', refusals: [no] });
      signal('refused');
    },
    askBirthDay(scanned: string) {
      signal('look');
      void this.start('birthDay', this.at({ scanned }));
    },
    findAgain() {
      void this.findReader(this.data.card);
    },
    /** One reader at the desk: known, or without a network by the card alone. */
    begin(reader: ReaderPanel | null, card: string, birthDay = '') {
      const readerId = reader?.readerId ?? '';
      const onSite = () => (this.data.onSite ? { onSite: true } : {});
      const here = () => (this.data.reader?.readerId === readerId ? this.data.reader : null);
      this.endScans();
      this.beginScans({
        input: (barcode, override) =>
          readerId
            ? {
                readerId,
                barcode,
                branchId: this.data.branchId,
                ...onSite(),
                presented: reader?.presented ?? '',
                ...(override ? { override } : {}),
              }
            : undefined,
        kept: () => ({ card, ...(birthDay && { birthDay }), ...onSite() }),
        settled: (outcome, barcode) => {
          if (isCardScanned(outcome)) return void this.finish(barcode);
          const panel = here();
          if (outcome.kind !== 'value' || !panel) return;
          this.setData({ reader: afterCheckOut(panel, outcome.value, this.data.today) });
        },
        undone: ({ barcode }) => {
          const panel = here();
          if (panel) this.setData({ reader: afterUndo(panel, barcode) });
        },
      });
      if (!reader) signal('look');
      this.setData({ ...NOBODY, reader, unchecked: reader ? '' : card, turn: this.data.turn + 1 });
    },
    showReader() {
      const { reader } = this.data;
      if (reader) open(deskRoutes.reader(reader.cardNumber));
    },

    at(what: Partial<AtCheckOut>): AtCheckOut {
      return { today: this.data.today, loanId: '', key: '', scanned: '', session: this.session(), ...what };
    },
    override(event: Said<{ key: string }>) {
      void this.start('lend', this.at({ key: event.detail.key }));
    },
    renew(event: Said<{ loanId: string }>) {
      const { loanId } = event.detail;
      if (!this.data.busy) this.setData({ problem: [] });
      void this.start('renew', this.at({ loanId }), loanId);
    },
    acted(done: Acted<AtCheckOut, typeof checkOutActs>) {
      if (done.id === 'renew') this.renewed(done.value);
      if (done.id === 'birthDay') this.told(done.value, done.facts.scanned, done.answers);
      this.refocus();
    },
    told(found: DeskReader | null, scanned: string, answers: Answers) {
      if (found) this.known(found);
      else this.begin(null, scanned, birthDayIn(textIn(answers, 'birthDay')) ?? '');
    },
    renewed(loan: DeskLoan) {
      const { reader, today } = this.data;
      this.setData({ reader: reader && afterRenewal(reader, loan, today) });
      signal('done');
    },
    notActed() {
      signal('refused');
    },
    left() {
      this.refocus();
    },
    said(refusals: Refusal[]) {
      learnOverrides(refusals);
      return deskLines(refusals, this.data.today);
    },
    /** Why not, in place: a dialog would take the focus from the scanner. */
    saysNo(outcome: Outcome<unknown>) {
      const { today, turn } = this.data;
      const problem =
        outcome.kind === 'refused' ? deskLines(outcome.refusals, today) : (lines(outcome) ?? []);
      this.setData({ problem, turn: turn + 1 });
    },

    done() {
      void this.finish('');
    },
    /**
     * Ends with this reader; copies without an answer are asked about: leaving them could lose a loan on the
     * screen.
     */
    async finish(nextCard: string) {
      const unanswered = this.session()?.open() ?? 0;
      if (unanswered > 0 && !(await meantToLeave(unanswered))) {
        this.refocus();
        return;
      }
      this.endScans();
      this.setData({ ...NOBODY, onSite: false, turn: this.data.turn + 1 });
      if (nextCard) await this.findReader(nextCard);
    },
  }),
);
