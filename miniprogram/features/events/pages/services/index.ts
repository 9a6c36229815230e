import type { EventKind, EventLife, EventServices } from '../../../../../typings/contract';
import { kindNames } from '../../../../components/event-row/event-view';
import { NO_SEATS } from '../../draft-form';
import { act } from '../../../../lib/call';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';

interface LifeRow {
  life: string;
  name: string;
  note: string;
  on: boolean;
}
interface SwitchRow {
  kind: string;
  name: string;
  on: boolean;
}

const LIVES: Record<EventLife, { name: string; note: string }> = {
  contest: { name: '征文、绘画、摄影', note: '读者投稿，评委匿名评选，公布名次' },
  reading_aloud: { name: '朗读', note: '读者录音，馆员听过后公开' },
  drifting: { name: '图书漂流', note: '书在读者之间传阅，留下漂流记录' },
  donation: { name: '赠书', note: '读者捐书，答复、致谢、去向' },
};
const isLife = (life: string): life is EventLife => life in LIVES;
/** An event is made of these; the others have a life of their own. */
const SEATED = Object.entries(kindNames).filter(([kind]) => !NO_SEATS.includes(kind));

const shows = (services: EventServices) => ({
  services,
  lives: Object.entries(LIVES).map(([life, words]) => ({
    ...{ life, ...words },
    on: services.lives.some((each) => each === life),
  })),
  kinds: SEATED.map(([kind, name]): SwitchRow => ({
    kind,
    name,
    on: services.kinds.some((each) => each === kind),
  })),
});

/** What the library has of events; a manager switches it. What is off appears nowhere. */
Page(
  screen([wide, loads('eventDesk.services', shows), submits()], {
    data: {
      services: one<EventServices>({ kinds: [], lives: [], draws: true, lectures: true }),
      kinds: none<SwitchRow>(),
      lives: none<LifeRow>(),
    },
    async flipKind(event: WechatMiniprogram.TouchEvent) {
      const { services, kinds } = this.data;
      const { kind } = dataOf(event);
      const on = kinds.filter((each) => (each.kind === kind ? !each.on : each.on)).map((each) => each.kind);
      // What is not switched here stays: old events are shown by it.
      const others = services.kinds.filter((each) => NO_SEATS.includes(each));
      const chosen = on.filter((each): each is EventKind => each in kindNames);
      await this.keep({ ...services, kinds: [...others, ...chosen] });
    },
    async flipLife(event: WechatMiniprogram.TouchEvent) {
      const { services } = this.data;
      const { life = '' } = dataOf(event);
      if (!isLife(life)) return;
      const others = services.lives.filter((each) => each !== life);
      const isOn = others.length < services.lives.length;
      await this.keep({ ...services, lives: isOn ? others : [...others, life] });
    },
    async flip(event: WechatMiniprogram.TouchEvent) {
      const { services } = this.data;
      const { name } = dataOf(event);
      await this.keep(
        name === 'draws'
          ? { ...services, draws: !services.draws }
          : { ...services, lectures: !services.lectures },
      );
    },
    async keep(services: EventServices) {
      const saved = await this.submit('keep', '没有保存', () => act('eventDesk.setServices', services));
      if (saved) this.setData(shows(saved));
    },
  }),
);
