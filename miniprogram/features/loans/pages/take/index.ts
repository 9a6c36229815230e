import type { LoansApi, TitleFacts } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { longDate } from '../../../../lib/dates';
import { keepLook, lookNow } from '../../../../lib/look';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';

type Look = ReturnType<LoansApi['loans.lookAtTransfer']>;

Page({
  data: {
    look: lookNow(),
    /** "begin": nothing scanned yet; "offer": what would be taken over; "done". */
    step: 'begin' as 'begin' | 'offer' | 'done',
    title: null as TitleFacts | null,
    from: '',
    due: '',
    refusals: [] as RefusalLine[],
    problem: [] as RefusalLine[],
    no: '',
    needsCard: false,
    busy: '' as '' | 'look' | 'take',
  },
  code: '',

  onLoad(query: Record<string, string | undefined>) {
    const code = fromQuery(query, 'code');
    if (code) void this.lookAt(code);
  },
  onShow() {
    keepLook(this);
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
    this.code = code;
    this.setData({ busy: 'look', problem: [], needsCard: false });
    const outcome = await ask('loans.lookAtTransfer', { code });
    this.setData({ busy: '' });
    if (outcome.kind === 'value') this.show(outcome.value);
    else this.say(headingOf(outcome, '这个码不能用'), lines(outcome) ?? []);
  },
  show({ title, fromName, dueOn, refusals }: Look) {
    this.setData({
      step: 'offer',
      title,
      from: fromName,
      due: longDate(dueOn, libraryToday()),
      refusals: refusalLines(refusals),
    });
  },
  async take() {
    if (this.data.busy) return;
    this.setData({ busy: 'take', problem: [] });
    const outcome = await act('loans.takeTransfer', { code: this.code });
    this.setData({ busy: '' });
    if (outcome.kind === 'value')
      this.setData({ step: 'done', due: longDate(outcome.value.dueOn, libraryToday()) });
    else this.say(headingOf(outcome, '没有接成'), lines(outcome) ?? []);
  },
  say(no: string, problem: RefusalLine[]) {
    this.setData({ no, problem, needsCard: problem.some(({ code }) => code === 'no_card') });
  },
  again() {
    this.setData({ step: 'begin', problem: [], refusals: [] });
    this.scan();
  },
  apply() {
    open(routes.apply);
  },
  loans() {
    wx.redirectTo({ url: routes.myLoans });
  },
});
