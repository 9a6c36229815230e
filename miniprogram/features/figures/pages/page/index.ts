import { ask } from '../../../../lib/call';
import { addDays } from '../../../../lib/dates';
import { open } from '../../../../lib/routes';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { figuresView } from '../../figures-view';
import { figureRoutes } from '../../routes';

const DAYS_EXPORTED = 366;
const figures = loads('figureDesk.page', figuresView);

const MORE = [
  { to: 'services', icon: 'shelf', name: '馆藏与服务', note: '周转率、从未借出、排队和该买几册' },
  { to: 'month', icon: 'calendar', name: '月报', note: '一页看完，做成长图发到工作群' },
  { to: 'form', icon: 'list', name: '文旅基3表', note: '按年自动填，导出 Excel' },
  { to: 'survey', icon: 'edit', name: '年度读者问卷', note: '最低、希望和实际感受' },
  { to: 'health', icon: 'alert', name: '各项服务是否在运转', note: '多久没人用、没人回，下一步做什么' },
] as const;

/** What a director wants to know, on one page. */
Page(
  screen([wide, figures], {
    data: { more: MORE },
    go(event: WechatMiniprogram.TouchEvent) {
      const found = MORE.find(({ to }) => to === dataOf(event).to);
      if (found) open(figureRoutes[found.to]);
    },
    satisfaction() {
      open(figureRoutes.satisfaction);
    },
    cases() {
      open(figureRoutes.cases);
    },
    /** A year of days as a table for spreadsheets, by the clipboard: a phone has no folder to save it in. */
    async copy() {
      const today = libraryToday();
      const outcome = await this.once('copy', () =>
        ask('figureDesk.rows', { from: addDays(today, -DAYS_EXPORTED), to: today }),
      );
      if (outcome?.kind === 'value') wx.setClipboardData({ data: outcome.value.csv });
      else if (outcome) tell(outcome);
    },
  }),
);
