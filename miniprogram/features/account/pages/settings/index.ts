import type { Reader } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { keepLook, lookNow, setElderMode } from '../../../../lib/look';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { screen } from '../../../../lib/screen/screen';
import { askMe, forgetReader, knownMe, noteReader } from '../../../../lib/session';
import { grouped } from '../../../../lib/words';
import { settingActs } from '../../setting-acts';

Page(
  screen([acts(settingActs)], {
    data: {
      dark: lookNow().includes('dark'),
      number: '',
      phone: '',
    },
    async onShow() {
      this.show(knownMe()?.reader ?? null);
      const outcome = await askMe();
      if (outcome.kind === 'value') this.show(outcome.value.reader);
    },
    show(reader: Reader | null) {
      this.setData({
        dark: lookNow().includes('dark'),
        number: reader ? grouped(reader.cardNumber) : '',
        phone: reader?.phone ?? '',
      });
    },
    // The whole line is the target, not the small switch at its end.
    toggleElder() {
      const elder = !this.data.elder;
      this.setData({ elder });
      setElderMode(elder);
      keepLook(this);
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      void this.start(dataOf(event).act ?? '', null);
    },
    acted({ id, value }: Acted<null, typeof settingActs>) {
      if (id === 'phone') {
        noteReader(value);
        this.show(value);
      } else if (id === 'logOut') {
        forgetReader();
        open(routes.home);
      }
    },
    family() {
      open(routes.family);
    },
    privacy() {
      open(routes.privacy);
    },
    notices() {
      open(routes.noticeSettings);
    },
    preferences() {
      open(routes.preferences);
    },
  }),
);
