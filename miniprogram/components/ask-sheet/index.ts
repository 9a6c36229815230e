import type { RefusalLine } from '../../lib/refusals';
import { answersOf, remarksOn, type AskField, type Answers, type Remarks } from './fields';

/**
 * Asks for what an act needs (an amount, a reason, a day) in a sheet with one button. Events: `confirm` with
 * `{ answers }`, all of them text; `close`. What the library said no to is shown over the fields, which keep
 * their text.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    note: { type: String, value: '' },
    fields: { type: Array, value: [] as AskField[] },
    confirm: { type: String, value: '确定' },
    busy: { type: Boolean, value: false },
    /** See `sheet`. */
    above: { type: Boolean, value: false },
    problem: { type: Array, value: [] as RefusalLine[] },
  },
  data: { answers: {} as Answers, remarks: {} as Remarks },
  observers: {
    'visible, fields'(visible: boolean, fields: AskField[]) {
      if (visible) this.setData({ answers: answersOf(fields), remarks: {} });
    },
  },
  methods: {
    close() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    answer(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.take(String(event.currentTarget.dataset.name), event.detail.value);
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { name, id } = event.currentTarget.dataset as { name: string; id: string };
      this.take(name, id);
    },
    flip(event: WechatMiniprogram.TouchEvent) {
      const name = String(event.currentTarget.dataset.name);
      this.take(name, this.data.answers[name] ? '' : 'yes');
    },
    take(name: string, value: string) {
      this.setData({ [`answers.${name}`]: value, [`remarks.${name}`]: '' });
    },
    confirm() {
      if (this.data.busy) return;
      const { fields, answers } = this.data;
      const remarks = remarksOn(fields as AskField[], answers);
      this.setData({ remarks });
      if (Object.keys(remarks).length === 0) this.triggerEvent('confirm', { answers });
    },
  },
});
