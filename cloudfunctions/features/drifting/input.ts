import * as v from 'valibot';
import { cleanDriftCode } from '../../community/drifting';
import { aLine, aScan, anId } from '../../kernel/validate';

export const oneBook = v.strictObject({ driftId: anId });
export const aDriftCode = v.pipe(aScan, v.transform(cleanDriftCode));
export const theNaming = {
  naming: v.picklist(['nobody', 'masked', 'pen_name'], '请选择署名方式'),
  penName: aLine(20),
};

export const DRIFT_NOT_FOUND = { code: 'drift_not_found' } as const;
