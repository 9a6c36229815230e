import { operationsOf } from '../../kernel/operation';
export { askingAgain } from './asking-again';
import { rotateKeys } from './keys';
import { save, show } from './library-safety';
import { mine, shutOut } from './lost-phone';
import { clearPin, confirm, setPin } from './pin';

export const safety = operationsOf('safety', [
  show,
  save,
  rotateKeys,
  mine,
  setPin,
  confirm,
  clearPin,
  shutOut,
]);
