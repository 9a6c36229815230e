import { operationsOf } from '../../kernel/operation';
import * as desk from './desk';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
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
