import type { JudgingApi } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { showsWorkMedia } from '../../media-part';
import { workRoutes } from '../../routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { wide } from '../../../../lib/screen/wide';
import { markActs } from '../../mark-acts';

type Work = ReturnType<JudgingApi['judging.work']>;

const shows = (work: Work) => ({
  it: work,
  paragraphs: work.text.split('\n').filter(Boolean),
  given: work.mark === null ? '' : work.mark.abstain ? '您弃权' : `您打了 ${work.mark.total ?? 0} 分`,
});

/** One work, read and marked. */
Page(
  screen(
    [
      wide,
      given('callId', 'workId'),
      loads('judging.work', shows),
      sounding,
      showsWorkMedia,
      acts(markActs),
      loadsAgain,
    ],
    {
      data: { it: maybe<Work>(), paragraphs: one<string[]>([]), given: '' },
      asked() {
        const { callId, workId } = this.data;
        return { callId, workId };
      },
      linkOf(mediaId: string) {
        const { callId, workId } = this.data;
        return ask('judging.openMedia', { callId, workId, mediaId });
      },
      async loaded() {
        const { it } = this.data;
        if (it) await this.fetchMedia(it.media);
      },
      choose(event: WechatMiniprogram.TouchEvent) {
        const { it, callId, workId } = this.data;
        if (it)
          void this.start(dataOf(event).act ?? '', { callId, workId, criteria: it.criteria, mark: it.mark });
      },
      nextOne() {
        const { it, callId } = this.data;
        if (it?.nextWorkId) wx.redirectTo({ url: workRoutes.mark(callId, it.nextWorkId) });
      },
    },
  ),
);
