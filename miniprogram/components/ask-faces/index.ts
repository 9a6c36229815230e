import type { QuickReason, Service } from '../../../typings/contract';
import { act, ask } from '../../lib/call';
import { QUICK, SERVICE_WORDS } from '../../lib/faces';
import { open, routes } from '../../lib/routes';
import { knownMe, libraryToday } from '../../lib/session';
import { tell } from '../../lib/tell';

/** The phone asks the library at most once a day whether there is something to ask about. */
const ASKED_ON = 'faces-asked-on';
/** Up to this face something is wrong, and it helps to know what. */
const LOW = 2;

type Step = 'none' | 'faces' | 'why' | 'thanks' | 'survey';

/**
 * One tap of satisfaction after a service that has ended: seldom, and gone with one tap. `turn` counts how
 * often the page was loaded.
 */
Component({
  properties: { turn: { type: Number, value: 0 } },
  data: {
    step: 'none' as Step,
    service: 'other' as Service,
    branchId: '',
    heading: '',
    chosen: 0,
    quick: QUICK.map((each) => ({ ...each, on: false })),
    words: '',
    busy: false,
    caseOpened: false,
  },
  observers: {
    turn(turn: number) {
      if (turn > 0) wx.nextTick(() => void this.look());
    },
  },
  methods: {
    async look() {
      const today = libraryToday();
      if (!knownMe()?.reader || this.data.step !== 'none' || wx.getStorageSync(ASKED_ON) === today) return;
      const outcome = await ask('satisfaction.ask', {});
      if (outcome.kind !== 'value') return;
      wx.setStorageSync(ASKED_ON, today);
      const { service, branchId, survey } = outcome.value;
      if (service)
        this.setData({
          step: 'faces',
          service,
          branchId,
          heading: `这次${SERVICE_WORDS[service]}，您满意吗？`,
        });
      else if (survey) this.setData({ step: 'survey', heading: `${survey} 年读者问卷` });
    },
    async choose({ detail }: WechatMiniprogram.CustomEvent<{ faces: number }>) {
      const chosen = detail.faces;
      this.setData({ chosen });
      if (chosen <= LOW) this.setData({ step: 'why' });
      else await this.send();
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const at = Number((event.currentTarget.dataset as { index?: number }).index);
      this.setData({ [`quick[${at}].on`]: !this.data.quick[at]?.on });
    },
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },
    async send() {
      if (this.data.busy) return;
      this.setData({ busy: true });
      const { service, branchId, chosen, quick, words } = this.data;
      const reasons = quick.filter(({ on }) => on).map(({ reason }): QuickReason => reason);
      const outcome = await act('satisfaction.rate', {
        service,
        faces: chosen,
        ...(branchId && { branchId }),
        ...(reasons.length > 0 && { reasons }),
        ...(words && { words }),
      });
      this.setData({ busy: false });
      if (outcome.kind === 'value') this.setData({ step: 'thanks', caseOpened: outcome.value.caseId !== '' });
      else tell(outcome);
    },
    /** It counts as asked: nobody is asked again until a month is over. */
    async leave() {
      const { step, service } = this.data;
      this.setData({ step: 'none' });
      if (step === 'faces') await act('satisfaction.leave', { service });
    },
    survey() {
      this.setData({ step: 'none' });
      open(routes.survey);
    },
    opinions() {
      open(routes.opinions);
    },
  },
});
