import type { DeskDrift, LocalDate } from '../../../../../typings/contract';
import { qrImage } from '../../../../lib/qr';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { handleActs } from '../../desk-acts';
import { driftRows, legRows, type LegView } from '../../drift-view';

type ActName = keyof typeof handleActs;
const isAct = (act: string): act is ActName => act in handleActs;

const shows = (book: DeskDrift, today: LocalDate) => {
  const [row] = driftRows([book], today);
  return {
    row: row ?? null,
    code: book.code,
    image: qrImage(`SXD:${book.code}`),
    about: book.about,
    barcode: book.barcode,
    legs: legRows(book.legs, today),
    ways: book.acts.filter(isAct).map((id) => ({ id, words: handleActs[id].words })),
  };
};

/** One wandering book at the desk: its code to be stuck into it, and what can be done with it. */
Page(
  screen([wide, given('driftId'), loads('driftDesk.show', shows), acts(handleActs), loadsAgain], {
    data: {
      row: one<ReturnType<typeof shows>['row']>(null),
      code: '',
      image: '',
      about: '',
      barcode: '',
      legs: none<LegView>(),
      ways: none<{ id: ActName; words: string }>(),
    },
    asked() {
      return { driftId: this.data.driftId };
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      void this.start(dataOf(event).act ?? '', { driftId: this.data.driftId });
    },
  }),
);
