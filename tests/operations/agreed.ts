import { CHILD_VERSION, PRIVACY_VERSION } from '../../cloudfunctions/features/account/consent-texts';

/** What somebody agrees to who applies for a card. */
export const AGREED = { agreedTo: PRIVACY_VERSION };
/** What a guardian agrees to besides. */
export const AGREED_FOR_CHILD = { agreedForChild: CHILD_VERSION };
