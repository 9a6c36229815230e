import { operationsOf } from '../../kernel/operation';
import * as desk from './desk';
import * as deskQueue from './desk-queue';
import { invite, leave } from './inviting';
import { phrases, removePhrase, savePhrase } from './phrases';

/** The desk's half, in a file of its own: a door carries what it serves, and nothing of the other. */
export const talkDesk = operationsOf('talkDesk', [
  deskQueue.queue,
  deskQueue.come,
  deskQueue.take,
  desk.show,
  desk.say,
  desk.openMedia,
  desk.takeBack,
  invite,
  leave,
  phrases,
  savePhrase,
  removePhrase,
  desk.handOver,
  desk.finish,
]);
