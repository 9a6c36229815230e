import type { SurveyForDesk } from '../../../../../typings/contract';
import { acts } from '../../../../lib/screen/acts';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { loadsAgain } from '../../../../lib/screen/loads-again';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { surveyActs } from '../../survey-acts';
import { surveyView } from '../../survey-view';

const survey = loads('surveyDesk.show', surveyView);

/** The questionnaire of a year: planned, running, or what came out. */
Page(
  screen([wide, survey, acts(surveyActs), loadsAgain], {
    data: { asked: '', survey: null as SurveyForDesk | null },
    asked() {
      return this.data.asked ? { year: this.data.asked } : {};
    },
    async look(event: WechatMiniprogram.TouchEvent) {
      this.setData({ asked: dataOf(event).id });
      await this.load();
    },
    change() {
      if (this.data.survey) void this.start('save', this.data.survey);
    },
  }),
);
