import { operationsOf } from '../../kernel/operation';
import { close, open, rate, say, takeBack } from './asking';
import * as desk from './desk';
import { mine, show } from './showing';

export const talks = operationsOf('talks', [mine, open, show, say, takeBack, close, rate]);

export const talkDesk = operationsOf('talkDesk', [
  desk.queue,
  desk.come,
  desk.take,
  desk.show,
  desk.say,
  desk.takeBack,
  desk.handOver,
  desk.finish,
]);
