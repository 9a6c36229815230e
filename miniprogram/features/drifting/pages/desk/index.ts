import type { DriftDeskApi, DriftWhich } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { ask, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { paged } from '../../../../lib/screen/paged';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { makeActs, noteActs } from '../../desk-acts';
import { driftRows } from '../../drift-view';
import { driftRoutes } from '../../routes';

type Notes = ReturnType<DriftDeskApi['driftDesk.notes']>['list'];
interface Facts {
  driftId: string;
  number: number;
  at: string;
}
const NAMES: { id: DriftWhich; name: string }[] = [
  { id: 'out', name: '放在外面' },
  { id: 'held', name: '在读者手里' },
  { id: 'home', name: '在馆' },
  { id: 'lost', name: '失踪' },
  { id: 'ended', name: '已结束' },
];
const table = { ...makeActs, ...noteActs };

/** All wandering books, and notes of readers that have to be read first. */
Page(
  screen(
    [
      wide,
      paged('driftDesk.list', ({ list }, today) => driftRows(list, today)),
      acts<Facts, typeof table>(table),
    ],
    {
      data: { which: one<DriftWhich>('out'), chips: NAMES, notes: none<Notes[number]>() },
      asked() {
        return { which: this.data.which };
      },
      head({ counts }: Output<'driftDesk.list'>) {
        const of = (id: DriftWhich) => counts.find(({ which }) => which === id)?.count ?? 0;
        return {
          chips: NAMES.map(({ id, name }) => ({ id, name: of(id) > 0 ? `${name} ${of(id)}` : name })),
        };
      },
      async beside() {
        const outcome = await ask('driftDesk.notes', {});
        if (outcome.kind === 'value') this.setData({ notes: outcome.value.list });
      },
      choose(event: WechatMiniprogram.TouchEvent) {
        const chosen = NAMES.find(({ id }) => id === dataOf(event).id);
        if (chosen && chosen.id !== this.data.which) void this.afresh({ which: chosen.id });
      },
      openOne(event: WechatMiniprogram.TouchEvent) {
        open(driftRoutes.handle(dataOf(event).id ?? ''));
      },
      decide(event: WechatMiniprogram.TouchEvent) {
        const { act = '', index = '' } = dataOf(event);
        const note = this.data.notes[Number(index)];
        if (note) void this.start(act, note);
      },
      make() {
        void this.start('make', { driftId: '', number: 0, at: '' });
      },
      async acted({ id, value }: Acted<Facts, typeof table>) {
        if (id === 'make') open(driftRoutes.handle(value.driftId));
        else await this.load();
      },
    },
  ),
);
