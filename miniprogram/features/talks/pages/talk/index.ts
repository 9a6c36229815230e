import type { Talk } from '../../../../../typings/contract';
import { act, ask } from '../../../../lib/call';
import { actsOn } from '../../../../lib/acts';
import { FACES } from '../../../../lib/faces';
import { open, routes } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, none } from '../../../../lib/screen/empty';
import { follows } from '../../../../lib/screen/follows';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { records } from '../../../../lib/screen/records';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { libraryToday } from '../../../../lib/session';
import { talkOf } from '../../both-sides';
import { lookOn } from '../../looking-on';
import { opensCards } from '../../opens-cards';
import { unsentOf } from '../../outbox';
import { sends } from '../../sends';
import { linksOf, showsMedia } from '../../shows-media';
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
      ...talkOf('reader'),
      data: {
        talk: maybe<Talk>(),
        rows: none<LineRow>(),
        said: { text: '', note: '' },
        from: '',
        faces: FACES,
        deliversDocuments: false,
      },
      drawn(it: Talk) {
        const { lines } = this.undrawn;
        const links = linksOf(this.undrawn);
        const shown = { side: 'reader' as const, talk: it, today: libraryToday(), now: Date.now(), links };
        const rows = [...lineRows(lines, shown), ...unsentRows(unsentOf(this.data.talkId, 'reader'))];
        return { talk: it, rows, said: stateWords(it), from: contextWords(it.context) };
      },
      /** A phone listens only while an answer may come. */
      waits() {
        const { talk: it } = this.data;
        return it?.state === 'waiting' || it?.state === 'talking';
      },
      look() {
        return lookOn(this, (further) => ask('talks.show', further));
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
