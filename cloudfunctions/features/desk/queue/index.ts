import { cancelHold } from './cancel-hold';
import { moveHold } from './move-hold';
import { placeHoldFor } from './place-hold';
import { recall } from './recall';
import { show } from './show';

export const queue = [show, placeHoldFor, moveHold, cancelHold, recall] as const;
