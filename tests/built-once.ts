import { buildFunctions } from '../build/functions';
