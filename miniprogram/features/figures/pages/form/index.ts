import { ask } from '../../../../lib/call';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { sendFile } from '../../../../lib/send-file';
import { tell } from '../../../../lib/tell';
import { formView } from '../../services-view';

const form = loads('figureDesk.form', formView);

/** The yearly form as this library's own documents fill it; each row opens what it is made of. */
Page(
  screen([wide, form], {
    data: { asked: '', rows: [] as ReturnType<typeof formView>['rows'] },
    asked() {
      return { year: this.data.asked || libraryToday().slice(0, 4) };
    },
    async look(event: WechatMiniprogram.TouchEvent) {
      this.setData({ asked: dataOf(event).id });
      await this.load();
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const at = Number(dataOf(event).index);
      this.setData({ [`rows[${at}].open`]: !this.data.rows[at]?.open });
    },
    async save() {
      const { year } = this.asked();
      const outcome = await this.once('save', () => ask('figureDesk.workbook', { year }));
      if (outcome?.kind === 'value') await sendFile(outcome.value.name, outcome.value.base64, 'base64');
      else if (outcome) tell(outcome);
    },
  }),
);
