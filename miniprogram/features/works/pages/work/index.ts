import type { WorkToRead } from '../../../../../typings/contract';
import { ask } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { maybe } from '../../../../lib/screen/empty';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { sounding } from '../../../../lib/screen/sounding';
import { wide } from '../../../../lib/screen/wide';
import { showsWorkMedia } from '../../media-part';
import { readActs } from '../../own-acts';
import { workRoutes } from '../../routes';

const shows = (work: WorkToRead) => ({
  it: work,
  paragraphs: work.text.split('\n').filter(Boolean),
  honour: [work.rank === null ? '' : `第 ${work.rank} 名`, work.prize].filter(Boolean).join(' · '),
});

/** A published work, to be read or heard. */
Page(
  screen([wide, given('workId'), loads('works.read', shows), sounding, showsWorkMedia, acts(readActs)], {
    data: { it: maybe<WorkToRead>(), paragraphs: [] as string[], honour: '' },
    onShareAppMessage() {
      return { title: this.data.it?.title ?? '书香', path: workRoutes.work(this.data.workId) };
    },
    asked() {
      return { workId: this.data.workId };
    },
    linkOf(mediaId: string) {
      return ask('works.openMedia', { workId: this.data.workId, mediaId });
    },
    async loaded() {
      const { it } = this.data;
      if (it) await this.fetchMedia(it.media);
    },
    openCall() {
      if (this.data.it) open(workRoutes.call(this.data.it.callId));
    },
    report() {
      void this.start('report', { workId: this.data.workId });
    },
  }),
);
