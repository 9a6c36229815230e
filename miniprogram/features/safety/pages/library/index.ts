import type { DeskAccepts, SafetyRules } from '../../../../../typings/contract';
import { act } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { safetyActs } from '../../library-acts';
import { rulesView, safetyView } from '../../library-view';

type View = ReturnType<typeof safetyView>;

Page(
  screen([wide, loads('safety.show', safetyView), acts(safetyActs)], {
    data: {
      rules: maybe<SafetyRules>(),
      accepts: none<View['accepts'][number]>(),
      asks: false,
      minutesText: '',
      daysText: '',
      keys: none<View['keys'][number]>(),
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { id } = dataOf(event);
      const chosen = this.data.accepts.find((each) => each.id === id);
      if (chosen && !chosen.on) void this.save('accepts', { deskAccepts: chosen.id });
    },
    flipAsks() {
      const { rules } = this.data;
      if (rules) void this.save('asks', { asksAgain: { ...rules.asksAgain, on: !rules.asksAgain.on } });
    },
    async save(what: string, changes: { deskAccepts?: DeskAccepts; asksAgain?: SafetyRules['asksAgain'] }) {
      const { rules } = this.data;
      if (!rules) return;
      const saved = await this.does(what, () => act('safety.save', { ...rules, ...changes }), '已保存');
      if (saved) this.setData({ rules: saved, ...rulesView(saved) });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { rules } = this.data;
      if (rules) void this.start(dataOf(event).act ?? '', rules);
    },
    async acted() {
      await this.load();
    },
  }),
);
