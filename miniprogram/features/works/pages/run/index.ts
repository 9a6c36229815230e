import type { DeskCall } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { sounding } from '../../../../lib/screen/sounding';
import { wide } from '../../../../lib/screen/wide';
import { libraryToday } from '../../../../lib/session';
import { tell } from '../../../../lib/tell';
import { callActs, lookActs, type CallFacts } from '../../desk-acts';
import {
  isWhich,
  lookRows,
  missingWords,
  rankRows,
  runView,
  whichChips,
  type RankRow,
  type RunView,
  type Which,
  type WorkLookView,
} from '../../desk-view';

type Facts = CallFacts & { workId: string; version: number };
const table = { ...callActs, ...lookActs };

/** One call as its organisers run it: its parts, what was sent, its judges and what comes of it. */
Page(
  screen(
    [
      wide,
      given('callId'),
      loads('workDesk.call'),
      submits(),
      sounding,
      acts<Facts, typeof table>(table),
      loadsAgain,
    ],
    {
      data: {
        it: maybe<RunView>(),
        which: one<Which>('waiting'),
        chips: whichChips({ waiting: 0, reported: 0, all: 0 }),
        works: none<WorkLookView>(),
        next: '',
        ranks: none<RankRow>(),
        missing: '',
      },
      undrawn: () => ({ seen: '' }),
      asked() {
        return { callId: this.data.callId };
      },
      shown(call: DeskCall) {
        return { it: runView(call, libraryToday()) };
      },
      async loaded() {
        await Promise.all([this.readWorks(''), this.data.it?.ranks ? this.readRanks() : undefined]);
      },
      async readWorks(after: string) {
        const { callId, which } = this.data;
        const outcome = await ask('workDesk.works', { callId, which, ...(after && { after }) });
        if (outcome.kind !== 'value') return;
        const isAloud = this.data.it?.isContest === false;
        const rows = lookRows(outcome.value.list, isAloud ? '听录音' : '看图片');
        this.setData({
          works: after ? [...this.data.works, ...rows] : rows,
          next: outcome.value.next ?? '',
          chips: whichChips(outcome.value.counts),
        });
      },
      async readRanks() {
        const outcome = await ask('workDesk.results', { callId: this.data.callId });
        if (outcome.kind !== 'value') return;
        this.showRanks(outcome.value);
      },
      showRanks(results: Output<'workDesk.results'>) {
        this.undrawn.seen = results.seen;
        const groups = this.data.it?.facts.draft.groups ?? [];
        this.setData({ ranks: rankRows(results.list, groups), missing: missingWords(results) });
      },
      moreWorks() {
        void this.readWorks(this.data.next);
      },
      choose(event: WechatMiniprogram.TouchEvent) {
        const { id } = dataOf(event);
        if (!isWhich(id) || id === this.data.which) return;
        this.setData({ which: id, works: [], next: '' });
        void this.readWorks('');
      },
      begin(event: WechatMiniprogram.TouchEvent) {
        const { it } = this.data;
        const { act: id = '' } = dataOf(event);
        if (it) void this.start(id, { ...it.facts, workId: '' });
      },
      look(event: WechatMiniprogram.TouchEvent) {
        const { it, works } = this.data;
        const { act: id = '', id: workId } = dataOf(event);
        const work = works.find((each) => each.workId === workId);
        if (it && work) void this.start(id, { ...it.facts, workId: work.workId, version: work.version });
      },
      /** A picture is shown, a recording heard. */
      async openMedia(event: WechatMiniprogram.TouchEvent) {
        const { id: workId = '', media: mediaId = '' } = dataOf(event);
        const outcome = await ask('workDesk.openMedia', { workId, mediaId });
        if (outcome.kind !== 'value') tell(outcome);
        else if (this.data.it?.isContest) wx.previewImage({ urls: [outcome.value.fileId] });
        else this.hear(mediaId, outcome.value.fileId);
      },
      async decide() {
        const { callId } = this.data;
        const { seen } = this.undrawn;
        const done = await this.submit('decide', '还不能公布', () =>
          act('workDesk.decide', { callId, seen }),
        );
        if (done) wx.showToast({ title: '已公布', icon: 'success' });
        await this.load();
      },
    },
  ),
);
