import type { Talk, TalkLine } from '../../../../../typings/contract';
import { act, ask, type Output } from '../../../../lib/call';
import { actsOn } from '../../../../lib/acts';
import { FACES } from '../../../../lib/faces';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import type { Said } from '../../../../lib/screen/event';
import { follows } from '../../../../lib/screen/follows';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { records } from '../../../../lib/screen/records';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { libraryToday } from '../../../../lib/session';
import { merged, toTheEnd } from '../../lines';
import { lookOn } from '../../looking-on';
import { opensCards } from '../../opens-cards';
import { unsentOf } from '../../outbox';
import { sends } from '../../sends';
import { linksOf, noLinks, showsMedia } from '../../shows-media';
import { contextWords, lineRows, stateWords, unsentRows, type LineRow } from '../../talk-view';
import { LONGEST_VOICE } from '../../voice';

const talk = loads('talks.show', undefined, { when: 'opened' });

const talkActs = actsOn<{ talkId: string }>()({
  close: {
    words: '结束咨询',
    sure: () => ({
      title: '结束这次咨询？',
      content: '结束后不能接着问，可以重新提问。',
      yes: '结束',
      no: '先不',
    }),
    run: ({ talkId }) => act('talks.close', { talkId }),
    done: () => '已结束',
  },
});

const writes = sends('reader');
const records60 = records(LONGEST_VOICE);
const media = showsMedia('reader');
const bells = follows({ bells: ['me'] });

Page(
  screen(
    [given('talkId'), talk, bells, acts(talkActs), opensCards('reader'), writes, records60, sounding, media],
    {
      data: {
        talk: maybe<Talk>(),
        rows: none<LineRow>(),
        said: { text: '', note: '' },
        from: '',
        faces: FACES,
        deliversDocuments: false,
      },
      undrawn: () => ({ lines: none<TalkLine>(), typedAt: 0, links: noLinks() }),
      asked() {
        return { talkId: this.data.talkId };
      },
      shown({ talk: it, lines, deliversDocuments }: Output<'talks.show'>) {
        this.undrawn.lines = merged(this.undrawn.lines, lines);
        toTheEnd();
        return { ...this.drawn(it), deliversDocuments };
      },
      drawn(it: Talk) {
        const { lines } = this.undrawn;
        const links = linksOf(this.undrawn);
        const shown = { side: 'reader' as const, talk: it, today: libraryToday(), now: Date.now(), links };
        const rows = [...lineRows(lines, shown), ...unsentRows(unsentOf(this.data.talkId, 'reader'))];
        return { talk: it, rows, said: stateWords(it), from: contextWords(it.context) };
      },
      redraw() {
        if (this.data.talk) this.setData(this.drawn(this.data.talk));
      },
      linkOf(mediaId: string) {
        return ask('talks.openMedia', { talkId: this.data.talkId, mediaId });
      },
      loaded() {
        void this.deliver();
        void this.fetchPictures();
      },
      /** A phone listens only while an answer may come. */
      waits() {
        const { talk: it } = this.data;
        return it?.state === 'waiting' || it?.state === 'talking';
      },
      look() {
        return lookOn(this, (further) => ask('talks.show', further));
      },
      async takeBack(event: Said<{ number: number }>) {
        const { talkId } = this.data;
        const { number } = event.detail;
        const done = await this.does('take', () => act('talks.takeBack', { talkId, number }), '已撤回');
        if (done) await this.lookSoon();
      },
      askClose() {
        void this.start('close', { talkId: this.data.talkId });
      },
      async acted() {
        await this.lookSoon();
      },
      async rate({ detail: { faces } }: WechatMiniprogram.CustomEvent<{ faces: number }>) {
        const { talkId } = this.data;
        const done = await this.does('rate', () => act('talks.rate', { talkId, faces }), '谢谢您');
        if (done) await this.lookSoon();
      },
      /** A document that the library does not have, asked for out of this talk. */
      askDocument() {
        open(routes.askDelivery({ talkId: this.data.talkId }));
      },
      askAgain() {
        wx.redirectTo({ url: routes.askLibrarian() });
      },
    },
  ),
);
