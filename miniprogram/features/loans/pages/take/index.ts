import type { TitleFacts } from '../../../../../typings/contract';
import { act, ask, type Outcome } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { maybe, none, one } from '../../../../lib/screen/empty';
import type { Query } from '../../../../lib/screen/part';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { libraryToday } from '../../../../lib/session';
import { isRefusedFor } from '../../../../lib/tell';

const whetherCard = (outcome: Outcome<unknown>) => ({ needsCard: isRefusedFor(outcome, 'no_card') });

Page(
  screen([submits()], {
    data: {
      /** "begin": nothing scanned yet; "offer": what would be taken over; "done". */
      step: one<'begin' | 'offer' | 'done'>('begin'),
      title: maybe<TitleFacts>(),
      from: '',
      due: '',
      /** Why this reader cannot take it over, known before it is tried. */
      because: none<RefusalLine>(),
      needsCard: false,
    },
    undrawn: () => ({ code: '' }),
    onLoad(query: Query) {
      const code = fromQuery(query, 'code');
      if (code) void this.lookAt(code);
    },
    scan() {
      if (this.data.busy) return;
      wx.scanCode({
        onlyFromCamera: true,
        scanType: ['qrCode'],
        success: ({ result }) => void this.lookAt(result.trim()),
      });
    },
    async lookAt(code: string) {
      if (this.data.busy) return;
      this.undrawn.code = code;
      this.setData({ needsCard: false });
      const offer = await this.submit(
        'look',
        '这个码不能用',
        () => ask('loans.lookAtTransfer', { code }),
        whetherCard,
      );
      if (!offer) return;
      this.setData({
        step: 'offer',
        title: offer.title,
        from: offer.fromName,
        due: longDate(offer.dueOn, libraryToday()),
        because: refusalLines(offer.refusals),
      });
    },
    async take() {
      const { code } = this.undrawn;
      const loan = await this.submit(
        'take',
        '转借未完成',
        () => act('loans.takeTransfer', { code }),
        whetherCard,
      );
      if (loan) this.setData({ step: 'done', due: longDate(loan.dueOn, libraryToday()) });
    },
    again() {
      this.setData({ step: 'begin', refusals: [], because: [] });
      this.scan();
    },
    apply() {
      open(routes.apply);
    },
    loans() {
      wx.redirectTo({ url: routes.myLoans });
    },
  }),
);
