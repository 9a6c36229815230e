import type { LocalDate } from '../../../typings/contract';
import { longDate } from '../../lib/dates';
import type { Sharer } from '../../lib/family';

/**
 * What can be asked of a hold besides its branch: from when, until when, and who may collect it. Event
 * `change` with `{ startsOn, neededUntil, sharers }`; days are '' where none is chosen.
 */
Component({
  properties: {
    startsOn: { type: String, value: '' },
    neededUntil: { type: String, value: '' },
    sharers: { type: Array, value: [] as Sharer[] },
    today: { type: String, value: '' },
  },
  data: { startsText: '', untilText: '', last: '' },
  observers: {
    'startsOn, neededUntil, today'(startsOn: LocalDate, neededUntil: LocalDate, today: LocalDate) {
      this.setData({
        startsText: startsOn ? longDate(startsOn, today) : '现在就排队',
        untilText: neededUntil ? longDate(neededUntil, today) : '不限',
        last: `${Number(today.slice(0, 4)) + 1}-12-31`,
      });
    },
  },
  methods: {
    pickStart(event: WechatMiniprogram.CustomEvent<{ value: LocalDate }>) {
      this.tell({ startsOn: event.detail.value });
    },
    clearStart() {
      this.tell({ startsOn: '' });
    },
    pickUntil(event: WechatMiniprogram.CustomEvent<{ value: LocalDate }>) {
      this.tell({ neededUntil: event.detail.value });
    },
    clearUntil() {
      this.tell({ neededUntil: '' });
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id);
      const sharers = (this.data.sharers as Sharer[]).map((each) =>
        each.readerId === id ? { ...each, on: !each.on } : each,
      );
      this.tell({ sharers });
    },
    tell(change: { startsOn?: LocalDate; neededUntil?: LocalDate; sharers?: Sharer[] }) {
      const { startsOn, neededUntil, sharers } = this.data;
      this.triggerEvent('change', { startsOn, neededUntil, sharers, ...change });
    },
  },
});
