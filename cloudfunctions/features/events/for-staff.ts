import { operationsOf } from '../../kernel/operation';
import { exportPeople, setPhotos } from './attendance';
import { checkIn, code } from './check-in';
import { deskList, deskPage, people } from './desk-list';
import { callOff, close, drawNow, message } from './running';
import { save } from './saving';
import { services, setServices } from './services';

/** Events as the staff make and run them. */
export const eventDesk = operationsOf('eventDesk', [
  deskList,
  deskPage,
  save,
  callOff,
  people,
  message,
  code,
  checkIn,
  close,
  drawNow,
  exportPeople,
  setPhotos,
  services,
  setServices,
]);
